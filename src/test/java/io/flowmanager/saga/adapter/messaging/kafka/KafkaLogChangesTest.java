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

  private static final int STEPS = StairsFixture.STEPS;

  private final StairsFixture fixture = new StairsFixture(KAFKA);

  /** One saga has ended, so the position is {@link #STEPS}; there are some more. */
  private KafkaNode nodeThatHasRead() {
    fixture.createTopic(1);
    fixture.start(5);
    fixture.sendStairs(0, 1);
    KafkaNode node = fixture.node();
    fixture.awaitFinal(1);
    return node;
  }

  @Test
  void longerTopicOfTheSameNameIsReadFromItsBeginningWhileTheNodeRuns() {
    try (KafkaNode node = nodeThatHasRead()) {
      fixture.probe.recreateTopic(fixture.topic, 1);
      fixture.sendStairs(1, 4);
      fixture.awaitFinal(4);

      assertThat(node.telemetry.replaced).containsExactly("recreated");
    }
    fixture.assertEveryStepOnce(4);
    assertThat(fixture.position().next()).isEqualTo(3 * STEPS);
  }

  /** A consumer that fetches nothing meanwhile sees the new topic only, and goes on in it. */
  @Test
  void longerTopicThatComesWhileThePartitionIsPausedIsReadFromItsBeginning() {
    try (KafkaNode node = nodeThatHasRead()) {
      try (var locked = fixture.store.begin()) {
        for (int i = 0; i < 2 * StairsFixture.IN_FLIGHT; i++) {
          fixture.say("nobody", StairsFixture.event(0));
        }
        Await.until(
            "the partition is paused",
            StairsFixture.BOUND,
            () -> node.enqueued.get() >= STEPS + StairsFixture.IN_FLIGHT);
        fixture.probe.recreateTopic(fixture.topic, 1);
        for (int i = 0; i < 2 * StairsFixture.IN_FLIGHT; i++) {
          fixture.say("saga-" + i % 5, StairsFixture.event(0));
        }
        fixture.sendStairs(1, 5);
      }
      fixture.awaitFinal(5);

      assertThat(node.telemetry.replaced).containsExactly("recreated");
    }
    fixture.assertEveryStepOnce(5);
  }

  @Test
  void topicMadeAnewAgainAndAgainIsReadEachTimeWhetherShorterOrAsLong() {
    try (KafkaNode node = nodeThatHasRead()) {
      fixture.probe.recreateTopic(fixture.topic, 1);
      fixture.say("saga-1", StairsFixture.event(0));
      Await.until("the shorter one", StairsFixture.BOUND, () -> fixture.state(1).equals("s1"));
      fixture.probe.recreateTopic(fixture.topic, 1);
      fixture.say("saga-1", StairsFixture.event(1));
      Await.until("the one as long", StairsFixture.BOUND, () -> fixture.state(1).equals("s2"));

      assertThat(node.telemetry.replaced).containsExactly("recreated", "recreated");
    }
  }

  @Test
  void topicMadeAnewWhileNobodyReadsIsReadFromItsBeginning() {
    nodeThatHasRead().close();
    fixture.probe.recreateTopic(fixture.topic, 1);
    fixture.sendStairs(1, 4);

    try (KafkaNode node = fixture.node()) {
      fixture.awaitFinal(4);

      assertThat(node.telemetry.replaced).containsExactly("recreated");
    }
    fixture.assertEveryStepOnce(4);
  }

  @Test
  void topicThatIsAwayForAWhileAndTopicsWithMorePartitionsAreReadOn() {
    try (KafkaNode node = nodeThatHasRead()) {
      fixture.probe.addPartitions(fixture.topic, 3);
      fixture.sendStairs(1, 3);
      fixture.probe.deleteTopic(fixture.topic);
      Await.until(
          "the node reads nothing",
          StairsFixture.BOUND,
          () -> fixture.probe.isReadByNobody(fixture.group));
      fixture.createTopic(2);
      fixture.sendStairs(3, 5);
      Await.until("the new one is read", StairsFixture.BOUND, () -> fixture.isFinal(3));
      Await.until("all of it", StairsFixture.BOUND, () -> fixture.isFinal(4));

      assertThat(node.telemetry.replaced).isNotEmpty().containsOnly("recreated");
    }
  }

  @Test
  void truncatedLogIsReadOnAtItsEndAndOneThatHasGrownAgainWhereItPartsFromTheOldOne() {
    nodeThatHasRead().close();
    KAFKA.broker().truncate(fixture.topic, 0);
    try (KafkaNode node = fixture.node()) {
      Await.until("it is noticed", StairsFixture.BOUND, () -> !node.telemetry.replaced.isEmpty());
      fixture.sendStairs(1, 2);
      fixture.awaitFinal(2);
      assertThat(node.telemetry.replaced).containsExactly("truncated");
    }

    KAFKA.broker().truncate(fixture.topic, 0);
    fixture.sendStairs(2, 5);
    try (KafkaNode node = fixture.node()) {
      fixture.awaitFinal(5);
      assertThat(node.telemetry.replaced).containsExactly("truncated");
    }
    fixture.assertEveryStepOnce(5);
  }

  @Test
  void logThatIsTruncatedWhileTheNodeRunsIsReadOn() {
    try (KafkaNode node = nodeThatHasRead()) {
      KAFKA.broker().truncate(fixture.topic, 0);
      fixture.sendStairs(1, 4);
      fixture.awaitFinal(4);

      assertThat(node.telemetry.replaced).containsExactly("truncated");
    }
    fixture.assertEveryStepOnce(4);
  }

  @Test
  void recordsThatWereDeletedBeforeTheyWereReadAreSkippedWithAWord() {
    nodeThatHasRead().close();
    fixture.sendStairs(1, 2);
    fixture.probe.deleteRecords(fixture.topic, 0, 2 * STEPS);
    fixture.sendStairs(2, 3);

    try (KafkaNode node = fixture.node()) {
      Await.until("the rest is read", StairsFixture.BOUND, () -> fixture.isFinal(2));

      assertThat(node.telemetry.replaced).containsExactly("overtaken");
    }
    assertThat(fixture.state(1)).isEqualTo("s0");
  }

  @Test
  void positionThatNamesNoTopicIsTakenOverAndNothingIsReadAgain() {
    nodeThatHasRead().close();
    fixture.moveTo(ConsumerPosition.at(STEPS));

    try (KafkaNode node = fixture.node()) {
      Await.until(
          "the topic is noted", StairsFixture.BOUND, () -> fixture.position().log().isPresent());
      fixture.sendStairs(1, 2);
      fixture.awaitFinal(2);

      assertThat(node.answers).hasSize(STEPS);
      assertThat(node.telemetry.replaced).isEmpty();
    }
  }

  @Test
  void positionThatNamesNoTopicAndLiesBehindTheEndBeginsAnew() {
    nodeThatHasRead().close();
    fixture.moveTo(ConsumerPosition.at(STEPS));
    fixture.probe.recreateTopic(fixture.topic, 1);
    fixture.say("saga-1", StairsFixture.event(0));

    try (KafkaNode node = fixture.node()) {
      Await.until("it is read", StairsFixture.BOUND, () -> fixture.state(1).equals("s1"));

      assertThat(node.telemetry.replaced).containsExactly("recreated");
    }
  }
}
