// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.adapter.messaging.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.testing.Await;
import io.flowmanager.testing.JsonTexts;
import io.flowmanager.testing.kafka.BrokerOfTheClass;
import io.flowmanager.testing.kafka.KafkaProbe;
import io.flowmanager.testing.router.MemoryQuarantineStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Reading a real broker, with flows in memory that note each event that had an effect. */
@SuppressWarnings("try")
class KafkaMessagesTest {

  private static final Duration BOUND = Duration.ofSeconds(60);
  private static final int SAGAS = 20;
  private static final int STEPS = 10;
  private static final AtomicInteger RUNS = new AtomicInteger();

  @RegisterExtension static final BrokerOfTheClass KAFKA = new BrokerOfTheClass();

  private final RouterTopics topics = topics(RUNS.incrementAndGet());
  private final KafkaProbe probe = KAFKA.probe();
  private final MemoryQuarantineStore store = new MemoryQuarantineStore();
  private final SlowSubFlow sub = new SlowSubFlow();

  private static RouterTopics topics(int run) {
    return new RouterTopics("group-" + run, "events-" + run, "news-" + run, 50);
  }

  private RouterNode node() {
    return new RouterNode(topics, sub, store, KAFKA.broker());
  }

  private void createTopics(int partitions) {
    probe.createTopic(topics.events(), partitions);
    probe.createTopic(topics.notifications(), 1);
  }

  private void sendSteps(int from, int to) {
    for (int step = from; step < to; step++) {
      for (int saga = 0; saga < SAGAS; saga++) {
        send("m" + saga, "e" + step);
      }
    }
  }

  private void send(String saga, String label) {
    String value = "{\"messageLabel\": \"%s\", \"messagePayload\": {}}".formatted(label);
    probe.send(topics.events(), saga, value, Map.of());
  }

  private void awaitSteps(int steps) {
    Await.until(
        () -> steps + " events of each saga: " + sub.labels(),
        BOUND,
        () -> sub.count() == SAGAS * steps);
  }

  private void assertInOrder() {
    assertThat(sub.labels()).hasSize(SAGAS);
    assertThat(sub.labels().values())
        .allSatisfy(
            labels ->
                assertThat(labels)
                    .containsExactly("e0", "e1", "e2", "e3", "e4", "e5", "e6", "e7", "e8", "e9"));
  }

  @Test
  void eachSagaGetsItsEventsOnceAndInOrder() {
    createTopics(3);
    sendSteps(0, STEPS / 2);
    try (RouterNode node = node()) {
      sendSteps(STEPS / 2, STEPS);
      awaitSteps(STEPS);
    }

    assertInOrder();
    assertThat(probe.committed(topics.group())).isEqualTo(SAGAS * STEPS);
  }

  @Test
  void aNodeThatDiesInTheMiddleIsFollowedWithoutGapOrRepeat() {
    createTopics(3);
    sendSteps(0, STEPS);
    RouterNode first = node();
    Await.until("some are handled", BOUND, () -> sub.count() > SAGAS);
    first.die();

    try (RouterNode second = node()) {
      awaitSteps(STEPS);
    }

    assertInOrder();
    assertThat(sub.effects()).isEqualTo(SAGAS * STEPS);
  }

  @Test
  void nodesShareTheWorkAndTakeOverFromEachOther() {
    createTopics(3);
    try (RouterNode first = node()) {
      sendSteps(0, 4);
      try (RouterNode second = node()) {
        sendSteps(4, 7);
      }
      sendSteps(7, STEPS);
      awaitSteps(STEPS);
    }

    assertInOrder();
  }

  @Test
  void aSagaThatKeepsFailingIsQuarantinedAndTheOthersOfItsPartitionGoOn() {
    createTopics(1);
    sub.refuse("s0");
    try (RouterNode node = node()) {
      sendSteps(0, STEPS);
      Await.until("the others", BOUND, () -> sub.count() == (SAGAS - 1) * STEPS);
      Await.until("the quarantined", BOUND, () -> store.count() == STEPS);
    }
    assertThat(probe.committed(topics.group())).isEqualTo(SAGAS * STEPS);
    assertThat(store.list(Optional.empty(), 99))
        .extracting(message -> message.message().event().label())
        .containsExactly("e0", "e1", "e2", "e3", "e4", "e5", "e6", "e7", "e8", "e9");
  }

  @Test
  void garbageIsSkippedAndInNobodysWay() {
    createTopics(1);
    try (RouterNode node = node()) {
      probe.send(topics.events(), null, "{}", Map.of());
      probe.send(topics.events(), "m0", "no JSON", Map.of());
      probe.send(topics.events(), "m0", null, Map.of());
      send("m0", "e0");
      Await.until("the sound one", BOUND, () -> sub.labels().equals(Map.of("s0", List.of("e0"))));
    }

    assertThat(probe.committed(topics.group())).isEqualTo(4);
    assertThat(store.count()).isZero();
  }

  @Test
  void notificationsComeFromTheirOwnTopic() {
    createTopics(1);
    try (RouterNode node = node()) {
      String value =
          "{\"messageLabel\": \"checked\", \"messagePayload\": {\"mainId\": \"m1\", \"forMain\": {\"n\": 1}}}";
      probe.send(topics.notifications(), "s1", value, Map.of());
      Await.until(
          "the end",
          BOUND,
          () -> sub.labels().equals(Map.of("s1", List.of("routerNotifyCompleted"))));
      assertThat(node.mainEvents())
          .singleElement()
          .satisfies(
              event -> assertThat(event.payload()).isEqualTo(JsonTexts.object("{\"n\": 1}")));
    }
  }

  @Test
  void aTopicThatIsMadeAnewIsReadFromItsBeginning() {
    createTopics(1);
    try (RouterNode node = node()) {
      sendSteps(0, 2);
      awaitSteps(2);
      probe.recreateTopic(topics.events(), 1);
      sendSteps(2, STEPS);
      awaitSteps(STEPS);

      assertThat(node.resets).containsExactly("recreated");
    }
    assertInOrder();
    assertThat(probe.committed(topics.group())).isEqualTo(SAGAS * (STEPS - 2));
  }

  @Test
  void aTopicThatIsMadeAnewWhileNobodyReadsIsReadFromItsBeginning() {
    createTopics(1);
    try (RouterNode node = node()) {
      sendSteps(0, 2);
      awaitSteps(2);
    }
    probe.recreateTopic(topics.events(), 1);
    sendSteps(2, STEPS);

    try (RouterNode node = node()) {
      awaitSteps(STEPS);
    }
    assertInOrder();
  }

  @Test
  void aTruncatedTopicIsReadOnAtItsEnd() {
    createTopics(1);
    try (RouterNode node = node()) {
      sendSteps(0, 2);
      awaitSteps(2);
    }
    KAFKA.broker().truncate(topics.events(), 0);
    sendSteps(2, STEPS);

    try (RouterNode node = node()) {
      awaitSteps(STEPS);
      assertThat(node.resets).containsExactly("truncated");
    }
    assertInOrder();
  }

  @Test
  void messagesThatWereDeletedBeforeTheyWereReadAreSkippedWithAWord() {
    createTopics(1);
    try (RouterNode node = node()) {
      sendSteps(0, 1);
      awaitSteps(1);
    }
    sendSteps(1, 2);
    probe.deleteRecords(topics.events(), 0, 2L * SAGAS);
    sendSteps(2, 3);

    try (RouterNode node = node()) {
      awaitSteps(2);
      assertThat(node.resets).containsExactly("overtaken");
    }
    assertThat(sub.labels().values()).allMatch(labels -> labels.equals(List.of("e0", "e2")));
  }

  @Test
  void aBrokerThatComesBackIsReadOn() {
    createTopics(2);
    try (RouterNode node = node()) {
      sendSteps(0, 5);
      awaitSteps(5);
      KAFKA.broker().kill();
      Await.until("the broker is missed", BOUND, () -> !node.isUp());
      KAFKA.broker().restart();
      sendSteps(5, STEPS);
      awaitSteps(STEPS);
      Await.until("the broker is found", BOUND, node::isUp);
    }

    assertInOrder();
  }
}
