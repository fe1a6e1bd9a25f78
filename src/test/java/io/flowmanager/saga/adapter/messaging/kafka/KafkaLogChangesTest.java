// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.messaging.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.saga.application.inbox.ConsumerPosition;
import io.flowmanager.testing.Await;
import io.flowmanager.testing.kafka.BrokerOfTheClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Logs that are made anew, truncated, or deleted before they are read. */
@SuppressWarnings("try")
class KafkaLogChangesTest {

  @RegisterExtension static final BrokerOfTheClass KAFKA = new BrokerOfTheClass();

  private static final int STEPS = StairsBench.STEPS;

  private final StairsBench bench = new StairsBench(KAFKA);

  /** One saga has ended, so the position is {@link #STEPS}; there are some more. */
  private KafkaNode nodeThatHasRead() {
    bench.createTopic(1);
    bench.start(5);
    bench.sendStairs(0, 1);
    KafkaNode node = bench.node();
    bench.awaitFinal(1);
    return node;
  }

  @Test
  void longerTopicOfTheSameNameIsReadFromItsBeginningWhileTheNodeRuns() {
    try (KafkaNode node = nodeThatHasRead()) {
      bench.probe.recreateTopic(bench.topic, 1);
      bench.sendStairs(1, 4);
      bench.awaitFinal(4);

      assertThat(node.telemetry.replaced).containsExactly("recreated");
    }
    bench.assertEveryStepOnce(4);
    assertThat(bench.position().next()).isEqualTo(3 * STEPS);
  }

  /** A consumer that fetches nothing meanwhile sees the new topic only, and goes on in it. */
  @Test
  void longerTopicThatComesWhileThePartitionIsPausedIsReadFromItsBeginning() {
    try (KafkaNode node = nodeThatHasRead()) {
      try (var locked = bench.store.begin()) {
        for (int i = 0; i < 2 * StairsBench.IN_FLIGHT; i++) {
          bench.say("nobody", StairsBench.event(0));
        }
        Await.until(
            "the partition is paused",
            StairsBench.BOUND,
            () -> node.submitted.get() >= STEPS + StairsBench.IN_FLIGHT);
        bench.probe.recreateTopic(bench.topic, 1);
        for (int i = 0; i < 2 * StairsBench.IN_FLIGHT; i++) {
          bench.say("saga-" + i % 5, StairsBench.event(0));
        }
        bench.sendStairs(1, 5);
      }
      bench.awaitFinal(5);

      assertThat(node.telemetry.replaced).containsExactly("recreated");
    }
    bench.assertEveryStepOnce(5);
  }

  @Test
  void topicMadeAnewAgainAndAgainIsReadEachTimeWhetherShorterOrAsLong() {
    try (KafkaNode node = nodeThatHasRead()) {
      bench.probe.recreateTopic(bench.topic, 1);
      bench.say("saga-1", StairsBench.event(0));
      Await.until("the shorter one", StairsBench.BOUND, () -> bench.state(1).equals("s1"));
      bench.probe.recreateTopic(bench.topic, 1);
      bench.say("saga-1", StairsBench.event(1));
      Await.until("the one as long", StairsBench.BOUND, () -> bench.state(1).equals("s2"));

      assertThat(node.telemetry.replaced).containsExactly("recreated", "recreated");
    }
  }

  @Test
  void topicMadeAnewWhileNobodyReadsIsReadFromItsBeginning() {
    nodeThatHasRead().close();
    bench.probe.recreateTopic(bench.topic, 1);
    bench.sendStairs(1, 4);

    try (KafkaNode node = bench.node()) {
      bench.awaitFinal(4);

      assertThat(node.telemetry.replaced).containsExactly("recreated");
    }
    bench.assertEveryStepOnce(4);
  }

  @Test
  void topicThatIsAwayForAWhileAndTopicsWithMorePartitionsAreReadOn() {
    try (KafkaNode node = nodeThatHasRead()) {
      bench.probe.addPartitions(bench.topic, 3);
      bench.sendStairs(1, 3);
      bench.probe.deleteTopic(bench.topic);
      Await.until(
          "the node reads nothing",
          StairsBench.BOUND,
          () -> bench.probe.isReadByNobody(bench.group));
      bench.createTopic(2);
      bench.sendStairs(3, 5);
      Await.until("the new one is read", StairsBench.BOUND, () -> bench.isFinal(3));
      Await.until("all of it", StairsBench.BOUND, () -> bench.isFinal(4));

      assertThat(node.telemetry.replaced).isNotEmpty().containsOnly("recreated");
    }
  }

  @Test
  void truncatedLogIsReadOnAtItsEndAndOneThatHasGrownAgainWhereItPartsFromTheOldOne() {
    nodeThatHasRead().close();
    KAFKA.broker().truncate(bench.topic, 0);
    try (KafkaNode node = bench.node()) {
      Await.until("it is noticed", StairsBench.BOUND, () -> !node.telemetry.replaced.isEmpty());
      bench.sendStairs(1, 2);
      bench.awaitFinal(2);
      assertThat(node.telemetry.replaced).containsExactly("truncated");
    }

    KAFKA.broker().truncate(bench.topic, 0);
    bench.sendStairs(2, 5);
    try (KafkaNode node = bench.node()) {
      bench.awaitFinal(5);
      assertThat(node.telemetry.replaced).containsExactly("truncated");
    }
    bench.assertEveryStepOnce(5);
  }

  @Test
  void logThatIsTruncatedWhileTheNodeRunsIsReadOn() {
    try (KafkaNode node = nodeThatHasRead()) {
      KAFKA.broker().truncate(bench.topic, 0);
      bench.sendStairs(1, 4);
      bench.awaitFinal(4);

      assertThat(node.telemetry.replaced).containsExactly("truncated");
    }
    bench.assertEveryStepOnce(4);
  }

  @Test
  void recordsThatWereDeletedBeforeTheyWereReadAreSkippedWithAWord() {
    nodeThatHasRead().close();
    bench.sendStairs(1, 2);
    bench.probe.deleteRecords(bench.topic, 0, 2 * STEPS);
    bench.sendStairs(2, 3);

    try (KafkaNode node = bench.node()) {
      Await.until("the rest is read", StairsBench.BOUND, () -> bench.isFinal(2));

      assertThat(node.telemetry.replaced).containsExactly("overtaken");
    }
    assertThat(bench.state(1)).isEqualTo("s0");
  }

  @Test
  void positionThatNamesNoTopicIsTakenOverAndNothingIsReadAgain() {
    nodeThatHasRead().close();
    bench.moveTo(ConsumerPosition.at(STEPS));

    try (KafkaNode node = bench.node()) {
      Await.until(
          "the topic is noted", StairsBench.BOUND, () -> bench.position().log().isPresent());
      bench.sendStairs(1, 2);
      bench.awaitFinal(2);

      assertThat(node.answers).hasSize(STEPS);
      assertThat(node.telemetry.replaced).isEmpty();
    }
  }

  @Test
  void positionThatNamesNoTopicAndLiesBehindTheEndBeginsAnew() {
    nodeThatHasRead().close();
    bench.moveTo(ConsumerPosition.at(STEPS));
    bench.probe.recreateTopic(bench.topic, 1);
    bench.say("saga-1", StairsBench.event(0));

    try (KafkaNode node = bench.node()) {
      Await.until("it is read", StairsBench.BOUND, () -> bench.state(1).equals("s1"));

      assertThat(node.telemetry.replaced).containsExactly("recreated");
    }
  }
}
