// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.messaging.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.testing.Await;
import io.flowmanager.testing.kafka.BrokerOfTheClass;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Reading a real broker: what is read, from where, and what is put aside. */
@SuppressWarnings("try")
class KafkaSourceTest {

  @RegisterExtension static final BrokerOfTheClass KAFKA = new BrokerOfTheClass();

  private static final int PARTITIONS = 4;

  private final StairsFixture fixture = new StairsFixture(KAFKA);

  @Test
  void everySagaClimbsItsStairs() {
    fixture.createTopic(PARTITIONS);
    fixture.start(50);
    try (KafkaNode node = fixture.node()) {
      fixture.sendStairs(0, 50);
      fixture.awaitFinal(50);
    }

    fixture.assertEveryStepOnce(50);
    assertThat(fixture.probe.committed(fixture.group)).isEqualTo(50 * StairsFixture.STEPS);
  }

  @Test
  void whatWasSentBeforeTheFirstStartIsRead() {
    fixture.createTopic(PARTITIONS);
    fixture.start(5);
    fixture.sendStairs(0, 5);

    try (KafkaNode node = fixture.node()) {
      fixture.awaitFinal(5);
    }
  }

  @Test
  void nodeThatComesBackGoesOnFromTheStoredPositions() {
    fixture.createTopic(PARTITIONS);
    fixture.start(20);
    fixture.sendStairs(0, 10);
    try (KafkaNode node = fixture.node()) {
      fixture.awaitFinal(10);
    }
    fixture.sendStairs(10, 20);
    KafkaNode back;

    try (KafkaNode node = fixture.node()) {
      fixture.awaitFinal(20);
      back = node;
    }

    assertThat(back.answers).hasSize(10 * StairsFixture.STEPS);
  }

  @Test
  void storeThatIsAwayForAWhileLosesNothing() {
    fixture.createTopic(PARTITIONS);
    fixture.start(30);
    try (KafkaNode node = fixture.node()) {
      fixture.sendStairs(0, 10);
      fixture.awaitFinal(10);
      node.storeIsDown = true;
      fixture.sendStairs(10, 30);
      Await.until("batches fail", StairsFixture.BOUND, () -> node.failures.get() > 0);
      node.storeIsDown = false;
      fixture.awaitFinal(30);
    }

    fixture.assertEveryStepOnce(30);
  }

  @Test
  void closedNodeLeavesNoThread() {
    fixture.createTopic(1);
    fixture.start(1);
    KafkaNode closed;
    try (KafkaNode node = fixture.node()) {
      fixture.sendStairs(0, 1);
      fixture.awaitFinal(1);
      closed = node;
    }

    assertThat(closed.threads).isNotEmpty().noneMatch(Thread::isAlive);
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .noneMatch(name -> name.contains(fixture.group));
  }

  @Test
  void poisonIsSkippedKeptAndInNobodysWay() {
    fixture.createTopic(1);
    fixture.start(1);
    try (KafkaNode node = fixture.node()) {
      fixture.say(null, "{}");
      fixture.say("", "{}");
      fixture.say("saga-0", "no JSON");
      fixture.say("saga-0", null);
      fixture.say("saga-0", "{\"messageLabel\": \"e0\"}");
      fixture.say("saga-0", "{\"messageLabel\": \"e0\", \"messagePayload\": [1]}");
      fixture.say("nobody", StairsFixture.event(0));
      fixture.probe.send(
          new ProducerRecord<>(fixture.topic, new byte[] {-1, 0}, new byte[] {-1, -2}));
      fixture.sendStairs(0, 1);
      fixture.awaitFinal(1);
    }

    assertThat(fixture.letters())
        .extracting(letter -> letter.offset() + " " + letter.reason().word())
        .containsExactly(
            "0 no-key",
            "1 no-key",
            "2 malformed",
            "3 tombstone",
            "4 malformed",
            "5 malformed",
            "6 unknown-saga",
            "7 unknown-saga");
    assertThat(fixture.letters().get(2).message().value())
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .contains("no JSON");
  }

  @Test
  void recordAtWhichTheEngineFailsIsSkippedInTheEnd() {
    fixture.createTopic(1);
    fixture.start(1);
    fixture.say("saga-0", "{\"messageLabel\": \"boom\", \"messagePayload\": {}}");
    fixture.sendStairs(0, 1);

    try (KafkaNode node = fixture.node()) {
      fixture.awaitFinal(1);
    }

    assertThat(fixture.letters())
        .extracting(letter -> letter.reason().word() + ": " + letter.detail())
        .singleElement()
        .asString()
        .startsWith("failed: The engine failed 5 times")
        .contains("a fault in the engine");
  }

  @Test
  void largePayloadComesThrough() {
    fixture.createTopic(1);
    fixture.start(1);
    try (KafkaNode node = fixture.node()) {
      String text = "x".repeat(900 * 1024);
      fixture.say(
          "saga-0", "{\"messageLabel\": \"e0\", \"messagePayload\": {\"text\": \"" + text + "\"}}");
      Await.until("the event is handled", StairsFixture.BOUND, () -> fixture.state(0).equals("s1"));
    }
  }
}
