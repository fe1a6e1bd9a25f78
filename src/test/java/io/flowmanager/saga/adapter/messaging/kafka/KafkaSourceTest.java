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

  private final StairsBench bench = new StairsBench(KAFKA);

  @Test
  void everySagaClimbsItsStairs() {
    bench.createTopic(PARTITIONS);
    bench.start(50);
    try (KafkaNode node = bench.node()) {
      bench.sendStairs(0, 50);
      bench.awaitFinal(50);
    }

    bench.assertEveryStepOnce(50);
    assertThat(bench.probe.committed(bench.group)).isEqualTo(50 * StairsBench.STEPS);
  }

  @Test
  void whatWasSentBeforeTheFirstStartIsRead() {
    bench.createTopic(PARTITIONS);
    bench.start(5);
    bench.sendStairs(0, 5);

    try (KafkaNode node = bench.node()) {
      bench.awaitFinal(5);
    }
  }

  @Test
  void nodeThatComesBackGoesOnFromTheStoredPositions() {
    bench.createTopic(PARTITIONS);
    bench.start(20);
    bench.sendStairs(0, 10);
    try (KafkaNode node = bench.node()) {
      bench.awaitFinal(10);
    }
    bench.sendStairs(10, 20);
    KafkaNode back;

    try (KafkaNode node = bench.node()) {
      bench.awaitFinal(20);
      back = node;
    }

    assertThat(back.answers).hasSize(10 * StairsBench.STEPS);
  }

  @Test
  void storeThatIsAwayForAWhileLosesNothing() {
    bench.createTopic(PARTITIONS);
    bench.start(30);
    try (KafkaNode node = bench.node()) {
      bench.sendStairs(0, 10);
      bench.awaitFinal(10);
      node.storeIsDown = true;
      bench.sendStairs(10, 30);
      Await.until("batches fail", StairsBench.BOUND, () -> node.failures.get() > 0);
      node.storeIsDown = false;
      bench.awaitFinal(30);
    }

    bench.assertEveryStepOnce(30);
  }

  @Test
  void closedNodeLeavesNoThread() {
    bench.createTopic(1);
    bench.start(1);
    KafkaNode closed;
    try (KafkaNode node = bench.node()) {
      bench.sendStairs(0, 1);
      bench.awaitFinal(1);
      closed = node;
    }

    assertThat(closed.threads).isNotEmpty().noneMatch(Thread::isAlive);
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .noneMatch(name -> name.contains(bench.group));
  }

  @Test
  void poisonIsSkippedKeptAndInNobodysWay() {
    bench.createTopic(1);
    bench.start(1);
    try (KafkaNode node = bench.node()) {
      bench.say(null, "{}");
      bench.say("", "{}");
      bench.say("saga-0", "no JSON");
      bench.say("saga-0", null);
      bench.say("saga-0", "{\"messageLabel\": \"e0\"}");
      bench.say("saga-0", "{\"messageLabel\": \"e0\", \"messagePayload\": [1]}");
      bench.say("nobody", StairsBench.event(0));
      bench.probe.send(new ProducerRecord<>(bench.topic, new byte[] {-1, 0}, new byte[] {-1, -2}));
      bench.sendStairs(0, 1);
      bench.awaitFinal(1);
    }

    assertThat(bench.letters())
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
    assertThat(bench.letters().get(2).message().value())
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .contains("no JSON");
  }

  @Test
  void recordAtWhichTheEngineFailsIsSkippedInTheEnd() {
    bench.createTopic(1);
    bench.start(1);
    bench.say("saga-0", "{\"messageLabel\": \"boom\", \"messagePayload\": {}}");
    bench.sendStairs(0, 1);

    try (KafkaNode node = bench.node()) {
      bench.awaitFinal(1);
    }

    assertThat(bench.letters())
        .extracting(letter -> letter.reason().word() + ": " + letter.detail())
        .singleElement()
        .asString()
        .startsWith("failed: The engine failed 5 times")
        .contains("a fault in the engine");
  }

  @Test
  void largePayloadComesThrough() {
    bench.createTopic(1);
    bench.start(1);
    try (KafkaNode node = bench.node()) {
      String text = "x".repeat(900 * 1024);
      bench.say(
          "saga-0", "{\"messageLabel\": \"e0\", \"messagePayload\": {\"text\": \"" + text + "\"}}");
      Await.until("the event is handled", StairsBench.BOUND, () -> bench.state(0).equals("s1"));
    }
  }
}
