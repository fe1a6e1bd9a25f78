// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.testing.Await;
import io.flowmanager.testing.ConcurrentRunner;
import io.flowmanager.testing.kafka.KafkaBroker;
import io.flowmanager.testing.kafka.StairsFlow;
import io.flowmanager.testing.kafka.StairsParticipant;
import io.flowmanager.testing.server.FlowClient;
import io.flowmanager.testing.server.PackagedServer;
import io.flowmanager.testing.server.PostgresServer;
import io.flowmanager.testing.server.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** Two servers on one PostgreSQL, one broker with eight partitions, and what befalls them. */
class KafkaNodesSystemIT {

  private static final int STEPS = 4;
  private static final int PARTITIONS = 8;
  private static final int CLIENTS = 16;
  private static final Duration BOUND = Duration.ofMinutes(6);

  @TempDir private Path folder;

  private final KafkaBroker broker = KafkaBroker.start();
  private final TestDatabase database = PostgresServer.freshDatabase();
  private StairsServer servers;
  private StairsParticipant participant;
  private StairsAudit audit;

  @BeforeEach
  void openParticipant() {
    StairsFlow flow = new StairsFlow("stairs", broker, STEPS).createTopics(PARTITIONS);
    servers = new StairsServer(folder, flow, database);
    participant = StairsParticipant.at(flow);
    audit = new StairsAudit(database, participant, STEPS);
  }

  @AfterEach
  void closeAll() {
    participant.close();
    broker.close();
  }

  @Test
  void twentyThousandSagasEndThoughANodeIsKilledAndAnotherJoins(TestReporter reporter) {
    List<String> sagas;
    try (PackagedServer one = launch("one");
        PackagedServer other = launch("other")) {
      one.awaitReady();
      other.awaitReady();
      long begun = System.nanoTime();
      sagas = start(10_000, one, other);
      one.kill9();
      try (PackagedServer third = launch("third").awaitReady()) {
        sagas.addAll(start(10_000, other, third));
        audit.awaitFinal(20_000, BOUND);
        long millis = (System.nanoTime() - begun) / 1_000_000;
        reporter.publishEntry("milliseconds", Long.toString(millis));
        audit.awaitDelivered(Duration.ofSeconds(30));
      }
    }

    audit.checkHistories(20_000);
    audit.checkCommands(List.copyOf(sagas));
  }

  @Test
  void brokerThatIsKilledInTheMiddleCostsNothing() {
    List<String> sagas;
    try (PackagedServer one = launch("one");
        PackagedServer other = launch("other")) {
      one.awaitReady();
      other.awaitReady();
      sagas = start(1000, one, other);
      broker.kill();
      Await.until("the servers miss the broker", BOUND, () -> isReady(one, 503));
      sagas.addAll(start(1000, one, other));
      broker.restart();
      audit.awaitFinal(2000, BOUND);
      audit.awaitDelivered(Duration.ofSeconds(60));
      Await.until("the servers have the broker again", BOUND, () -> isReady(one, 200));
      assertThat(one.stop()).isZero();
    }

    audit.checkHistories(2000);
    audit.checkCommands(List.copyOf(sagas));
  }

  private PackagedServer launch(String node) {
    return servers.launch(node);
  }

  private static boolean isReady(PackagedServer server, int status) {
    return server.http().get("-/ready").status() == status;
  }

  private static List<String> start(int count, PackagedServer one, PackagedServer other) {
    List<FlowClient> nodes = List.of(StairsServer.stairsOf(one), StairsServer.stairsOf(other));
    Queue<String> sagas = new ConcurrentLinkedQueue<>();
    try (ConcurrentRunner runner =
        ConcurrentRunner.of(
            CLIENTS,
            client -> {
              for (int i = client; i < count; i += CLIENTS) {
                sagas.add(nodes.get(i % 2).start("{}"));
              }
            })) {
      runner.join(BOUND);
    }
    return new ArrayList<>(sagas);
  }
}
