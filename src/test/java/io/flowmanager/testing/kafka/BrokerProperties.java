// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing.kafka;

import io.flowmanager.testing.server.FreePort;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** How one broker is configured: ports and certificates stay the same when it comes back. */
final class BrokerProperties {

  private static final String CONTROLLER = "CONTROLLER";

  private static final Map<String, String> ALONE =
      Map.of(
          "process.roles", "broker,controller",
          "node.id", "1",
          "controller.listener.names", CONTROLLER,
          "inter.broker.listener.name", BrokerListener.PLAIN.name(),
          "offsets.topic.replication.factor", "1",
          "transaction.state.log.replication.factor", "1",
          "transaction.state.log.min.isr", "1",
          "share.coordinator.state.topic.replication.factor", "1",
          "share.coordinator.state.topic.min.isr", "1");

  private static final Map<String, String> SMALL =
      Map.of(
          "offsets.topic.num.partitions", "4",
          "transaction.state.log.num.partitions", "4",
          "num.io.threads", "2",
          "num.network.threads", "2",
          "log.cleaner.dedupe.buffer.size", "4194304",
          "group.initial.rebalance.delay.ms", "0",
          "auto.create.topics.enable", "false");

  private final Path folder;
  private final int controllerPort = FreePort.any();
  private final Map<BrokerListener, Integer> ports = new EnumMap<>(BrokerListener.class);

  BrokerProperties(Path folder, Collection<BrokerListener> listeners) {
    this.folder = folder;
    listeners.forEach(listener -> ports.put(listener, FreePort.any()));
  }

  String address(BrokerListener listener) {
    if (!ports.containsKey(listener)) {
      throw new IllegalArgumentException("The broker was started without the listener " + listener);
    }
    return "localhost:" + ports.get(listener);
  }

  Path data() {
    return folder.resolve("data");
  }

  Path write() {
    Path file = folder.resolve("server.properties");
    try (OutputStream content = Files.newOutputStream(file)) {
      all().store(content, null);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Properties all() {
    var properties = new Properties();
    properties.putAll(ALONE);
    properties.putAll(SMALL);
    listeners(properties);
    if (ports.keySet().stream().anyMatch(BrokerListener::asksForPasswords)) {
      passwords(properties);
    }
    if (ports.keySet().stream().anyMatch(BrokerListener::isEncrypted)) {
      certificates(properties);
    }
    return properties;
  }

  private void listeners(Properties properties) {
    String open =
        ports.entrySet().stream()
            .map(entry -> entry.getKey() + "://localhost:" + entry.getValue())
            .collect(Collectors.joining(","));
    String protocols =
        ports.keySet().stream()
            .map(listener -> listener + ":" + listener.protocol())
            .collect(Collectors.joining(","));
    properties.put("log.dirs", data().toString());
    properties.put("controller.quorum.voters", "1@localhost:" + controllerPort);
    properties.put("listeners", open + "," + CONTROLLER + "://localhost:" + controllerPort);
    properties.put("advertised.listeners", open);
    properties.put("listener.security.protocol.map", protocols + "," + CONTROLLER + ":PLAINTEXT");
  }

  private static void passwords(Properties properties) {
    properties.put("sasl.enabled.mechanisms", "PLAIN,SCRAM-SHA-256,SCRAM-SHA-512,OAUTHBEARER");
    Arrays.stream(BrokerListener.values())
        .filter(BrokerListener::asksForPasswords)
        .map(listener -> "listener.name." + listener.name().toLowerCase(Locale.ROOT))
        .forEach(prefix -> logins(properties, prefix));
  }

  private static void logins(Properties properties, String prefix) {
    String user = KafkaBroker.USER;
    String password = KafkaBroker.PASSWORD.replace("\\", "\\\\").replace("\"", "\\\"");
    String security = "org.apache.kafka.common.security.";
    properties.put(
        prefix + ".plain.sasl.jaas.config",
        security + "plain.PlainLoginModule required user_" + user + "=\"" + password + "\";");
    for (String scram : new String[] {"scram-sha-256", "scram-sha-512"}) {
      properties.put(
          prefix + "." + scram + ".sasl.jaas.config",
          security + "scram.ScramLoginModule required;");
    }
    properties.put(
        prefix + ".oauthbearer.sasl.jaas.config",
        security + "oauthbearer.OAuthBearerLoginModule required;");
  }

  private static void certificates(Properties properties) {
    TestCertificates certificates = TestCertificates.ofTheRun();
    properties.put("ssl.keystore.type", "PEM");
    properties.put("ssl.keystore.key", certificates.server().key());
    properties.put("ssl.keystore.certificate.chain", certificates.server().certificate());
    properties.put("ssl.truststore.type", "PEM");
    properties.put("ssl.truststore.certificates", certificates.authority());
    properties.put("listener.name.mutual_tls.ssl.client.auth", "required");
  }
}
