// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.messaging.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.testing.Await;
import io.flowmanager.testing.kafka.BrokerOfTheClass;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Reading a real broker while it, the store and other nodes come and go. */
@SuppressWarnings("try")
class KafkaGroupTest {

  @RegisterExtension static final BrokerOfTheClass KAFKA = new BrokerOfTheClass();

  private static final int PARTITIONS = 4;

  /** More than are sent within the bound for two nodes, one every 20 ms. */
  private static final int MANY = 6500;

  private final StairsBench bench = new StairsBench(KAFKA);

  @Test
  void slowStoreCostsNoMembership() {
    bench.createTopic(PARTITIONS);
    bench.start(10);
    try (KafkaNode node = bench.node()) {
      bench.sendStairs(0, 5);
      bench.awaitFinal(5);
      String member = member();
      try (var locked = bench.store.begin()) {
        bench.sendStairs(5, 10);
        Await.until(
            "the longest pause between polls is over", StairsBench.BOUND, KafkaNode.pollsOverdue());
      }
      bench.awaitFinal(10);
      assertThat(member()).isEqualTo(member);
    }

    bench.assertEveryStepOnce(10);
  }

  /** Who Kafka thinks is the only member of the group. */
  private String member() {
    String group = bench.group;
    try {
      return bench
          .probe
          .admin()
          .describeConsumerGroups(List.of(group))
          .describedGroups()
          .get(group)
          .get()
          .members()
          .iterator()
          .next()
          .consumerId();
    } catch (Exception e) {
      throw new AssertionError("The broker does not tell its members.", e);
    }
  }

  @Test
  void nodesThatComeAndGoHandleEachEventOnce() {
    bench.createTopic(PARTITIONS);
    bench.start(MANY);
    int sent;
    try (KafkaNode first = bench.node()) {
      try (KafkaNode second = bench.node()) {
        sent = sendUntilAnswersCome(second, 0);
      }
      KafkaNode third = bench.node();
      sent = sendUntilAnswersCome(third, sent);
      third.die();
      bench.awaitFinal(sent);
    }

    bench.assertEveryStepOnce(sent);
  }

  /** Goes on, saga by saga, as long as the node is not part of the group. */
  private int sendUntilAnswersCome(KafkaNode node, int from) {
    var next = new AtomicInteger(from);
    Await.until(
        () -> "answers of the node; events were sent for sagas up to " + next,
        StairsBench.BOUND,
        () -> {
          int saga = next.getAndIncrement();
          bench.sendStairs(saga, saga + 1);
          bench.probe.send(bench.topic, "nobody", StairsBench.event(0), Map.of());
          return !node.answers.isEmpty();
        });
    return next.get();
  }

  @Test
  void brokerThatIsStartedAnewIsReadOn() {
    bench.createTopic(PARTITIONS);
    bench.start(40);
    try (KafkaNode node = bench.node()) {
      bench.sendStairs(0, 20);
      bench.awaitFinal(20);
      KAFKA.broker().kill();
      KAFKA.broker().restart();
      bench.sendStairs(20, 40);
      bench.awaitFinal(40);
    }

    bench.assertEveryStepOnce(40);
  }
}
