// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package order.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.testing.server.FreePort;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import kafka.server.KafkaRaftServer;
import order.participants.Participant;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KraftBrokerTest {

  private final int port = FreePort.any();
  private final int controllerPort = FreePort.any();
  private final Clients clients = new Clients("localhost:" + port);

  @TempDir Path data;

  @Test
  void everyTopicIsThereWithSeveralPartitions() throws Exception {
    running(
        () -> {
          Map<String, TopicDescription> topics = topics();
          assertThat(topics).containsKeys("order-events", "order-events-dead");
          Participant.all().forEach(p -> assertThat(topics).containsKey(p.name() + "-commands"));
          assertThat(topics.values()).allMatch(topic -> topic.partitions().size() == 4);
        });
  }

  @Test
  void messagesSurviveARestart() throws Exception {
    running(() -> assertThat(send().offset()).isZero());

    running(() -> assertThat(send().offset()).isEqualTo(1));
  }

  private void running(Scene scene) throws Exception {
    KafkaRaftServer broker = KraftBroker.start(data, port, controllerPort);
    try {
      scene.play();
    } finally {
      broker.shutdown();
      broker.awaitShutdown();
    }
  }

  private Map<String, TopicDescription> topics() throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", clients.broker()))) {
      return admin
          .describeTopics(admin.listTopics().names().get(10, TimeUnit.SECONDS))
          .allTopicNames()
          .get(10, TimeUnit.SECONDS);
    }
  }

  private RecordMetadata send() throws Exception {
    try (var producer = clients.producer()) {
      return producer
          .send(new ProducerRecord<>("order-events", "order-1", "{}"))
          .get(10, TimeUnit.SECONDS);
    }
  }

  @FunctionalInterface
  private interface Scene {
    void play() throws Exception;
  }
}
