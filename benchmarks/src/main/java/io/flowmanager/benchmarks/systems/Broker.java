// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.systems;

import io.flowmanager.benchmarks.processes.JavaProgram;
import io.flowmanager.benchmarks.processes.Ports;
import io.flowmanager.benchmarks.processes.ProcessorTime;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;

/** A Kafka broker of one node as a process of its own. */
public record Broker(Process process, String address, Path folder) implements AutoCloseable {

  /** As many for one node as for two or three. */
  private static final int PARTITIONS = 12;

  private static final int START_LIMIT_SECONDS = 120;

  public static Broker start(String... topics) throws Exception {
    Path folder = Files.createTempDirectory("benchmark-broker");
    int port = Ports.free();
    Path data = folder.resolve("data");
    Path properties = folder.resolve("server.properties");
    try (var file = Files.newOutputStream(properties)) {
      properties(port, Ports.free(), data).store(file, null);
    }
    new Formatter()
        .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
        .setNodeId(1)
        .setClusterId(Uuid.randomUuid().toString())
        .addDirectory(data.toString())
        .setMetadataLogDirectory(data.toString())
        .setControllerListenerName("CONTROLLER")
        .run();
    Process process =
        JavaProgram.main("kafka.Kafka")
            .options(List.of("-Xmx1g"))
            .arguments(properties.toString())
            .start(folder.resolve("broker.log"));
    var broker = new Broker(process, "localhost:" + port, folder);
    broker.create(List.of(topics));
    return broker;
  }

  private void create(List<String> names)
      throws InterruptedException, ExecutionException, IOException {
    List<NewTopic> topics =
        names.stream().map(name -> new NewTopic(name, PARTITIONS, (short) 1)).toList();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", address))) {
      admin.createTopics(topics).all().get(START_LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new IOException("The broker did not start.", e);
    }
  }

  /** In milliseconds. */
  public double processorTime() {
    return ProcessorTime.of(process);
  }

  private static Properties properties(int port, int controllerPort, Path data) {
    var properties = new Properties();
    properties.putAll(
        Map.of(
            "process.roles", "broker,controller",
            "node.id", "1",
            "controller.quorum.voters", "1@localhost:" + controllerPort,
            "controller.listener.names", "CONTROLLER",
            "listeners",
                "PLAINTEXT://localhost:" + port + ",CONTROLLER://localhost:" + controllerPort,
            "advertised.listeners", "PLAINTEXT://localhost:" + port,
            "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
            "log.dirs", data.toString(),
            "offsets.topic.replication.factor", "1",
            "group.initial.rebalance.delay.ms", "0"));
    return properties;
  }

  /** Nothing is left of its messages. */
  @Override
  public void close() throws IOException {
    process.destroyForcibly().onExit().join();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
