// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;

/** A Kafka broker of one node as a process of its own. */
record BrokerUnderTest(Process process, String bootstrap) implements AutoCloseable {

  static BrokerUnderTest start(String... topics) throws Exception {
    Path folder = Files.createTempDirectory("kafka-benchmark");
    int port = freePort();
    Path data = folder.resolve("data");
    Path properties = folder.resolve("server.properties");
    try (var file = Files.newOutputStream(properties)) {
      properties(port, freePort(), data).store(file, null);
    }
    new Formatter()
        .setNodeId(1)
        .setClusterId(Uuid.randomUuid().toString())
        .addDirectory(data.toString())
        .setMetadataLogDirectory(data.toString())
        .setControllerListenerName("CONTROLLER")
        .run();
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g", "-cp", System.getProperty("java.class.path"), "kafka.Kafka", properties.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("broker.log").toFile())
            .start();
    var broker = new BrokerUnderTest(process, "localhost:" + port);
    broker.createTopics(List.of(topics));
    return broker;
  }

  private void createTopics(List<String> names) throws InterruptedException, ExecutionException, IOException {
    List<NewTopic> topics = names.stream().map(name -> new NewTopic(name, 8, (short) 1)).toList();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      admin.createTopics(topics).all().get(60, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new IOException("The broker did not start.", e);
    }
  }

  private static Properties properties(int port, int controllerPort, Path data) {
    var properties = new Properties();
    properties.putAll(
        Map.of(
            "process.roles", "broker,controller",
            "node.id", "1",
            "controller.quorum.voters", "1@localhost:" + controllerPort,
            "controller.listener.names", "CONTROLLER",
            "listeners", "PLAINTEXT://localhost:" + port + ",CONTROLLER://localhost:" + controllerPort,
            "advertised.listeners", "PLAINTEXT://localhost:" + port,
            "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
            "log.dirs", data.toString(),
            "offsets.topic.replication.factor", "1",
            "group.initial.rebalance.delay.ms", "0"));
    return properties;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
