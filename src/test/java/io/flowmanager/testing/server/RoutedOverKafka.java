// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing.server;

import io.flowmanager.testing.FlowDocuments;
import io.flowmanager.testing.kafka.KafkaBroker;
import io.flowmanager.testing.kafka.KafkaProbe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A router and its flows that talk to each other over one broker. */
public record RoutedOverKafka(KafkaBroker broker) {

  /** Where events for main sagas are sent to. */
  public static final String EVENTS = "router-events";

  private static final String NEWS = "router-news";
  private static final String MAIN = "main-events";

  private static final String KAFKA_FILE =
      """
      {"brokers": "%s", "authMechanism": "plain", "username": "", "password": "",
       "consumerConfig": {"groupId": "router", "eventsTopic": "%s", "notificationsTopic": "%s"},
       "producerConfig": {"mainFlowTopic": "%s"}}
      """;

  /** Makes all topics, when the broker is there. */
  public void createTopics(int partitions) {
    try (var probe = new KafkaProbe(broker)) {
      probe.createTopic(EVENTS, partitions);
      probe.createTopic(NEWS, partitions);
      probe.createTopic(MAIN, partitions);
    }
  }

  /** Writes the router's Kafka file and answers the settings that name it. */
  public Map<String, String> settings(Path folder) {
    String text = KAFKA_FILE.formatted(broker.bootstrap(), EVENTS, NEWS, MAIN);
    try {
      Path file = Files.writeString(folder.resolve("kafka.json"), text);
      return Map.of("MODE", "KAFKA", "KAFKA_CONFIGURATION_FILE_PATH", file.toString());
    } catch (IOException fault) {
      throw new UncheckedIOException("The Kafka file cannot be written", fault);
    }
  }

  /** The main flow, which the router tells of events over Kafka. */
  public FlowDocuments main() {
    return RoutedFlowFiles.main()
        .with(
            "/communicationProtocols/-",
            """
            {"id": "events", "type": "kafka",
             "configurations": {"brokers": "%s", "inputTopics": ["%s"], "consumerGroup": "main"}}
            """
                .formatted(broker.bootstrap(), MAIN));
  }

  /** A sub flow, which tells the router of its progress over Kafka. */
  public FlowDocuments sub() {
    return RoutedFlowFiles.sub(1)
        .with(
            "/communicationProtocols/0",
            """
            {"id": "router", "type": "kafka",
             "configurations": {"brokers": "%s", "outputTopics": ["%s"]}}
            """
                .formatted(broker.bootstrap(), NEWS));
  }
}
