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

  private final StairsFixture fixture = new StairsFixture(KAFKA);

  @Test
  void slowStoreCostsNoMembership() {
    fixture.createTopic(PARTITIONS);
    fixture.start(10);
    try (KafkaNode node = fixture.node()) {
      fixture.sendStairs(0, 5);
      fixture.awaitFinal(5);
      String member = member();
      try (var locked = fixture.store.begin()) {
        fixture.sendStairs(5, 10);
        Await.until(
            "the longest pause between polls is over",
            StairsFixture.BOUND,
            KafkaNode.pollsOverdue());
      }
      fixture.awaitFinal(10);
      assertThat(member()).isEqualTo(member);
    }

    fixture.assertEveryStepOnce(10);
  }

  /** Who Kafka thinks is the only member of the group. */
  private String member() {
    String group = fixture.group;
    try {
      return fixture
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
    fixture.createTopic(PARTITIONS);
    fixture.start(MANY);
    int sent;
    try (KafkaNode first = fixture.node()) {
      try (KafkaNode second = fixture.node()) {
        sent = sendUntilAnswersCome(second, 0);
      }
      KafkaNode third = fixture.node();
      sent = sendUntilAnswersCome(third, sent);
      third.die();
      fixture.awaitFinal(sent);
    }

    fixture.assertEveryStepOnce(sent);
  }

  /** Goes on, saga by saga, as long as the node is not part of the group. */
  private int sendUntilAnswersCome(KafkaNode node, int from) {
    var next = new AtomicInteger(from);
    Await.until(
        () -> "answers of the node; events were sent for sagas up to " + next,
        StairsFixture.BOUND,
        () -> {
          int saga = next.getAndIncrement();
          fixture.sendStairs(saga, saga + 1);
          fixture.probe.send(fixture.topic, "nobody", StairsFixture.event(0), Map.of());
          return !node.answers.isEmpty();
        });
    return next.get();
  }

  @Test
  void brokerThatIsStartedAnewIsReadOn() {
    fixture.createTopic(PARTITIONS);
    fixture.start(40);
    try (KafkaNode node = fixture.node()) {
      fixture.sendStairs(0, 20);
      fixture.awaitFinal(20);
      KAFKA.broker().kill();
      KAFKA.broker().restart();
      fixture.sendStairs(20, 40);
      fixture.awaitFinal(40);
    }

    fixture.assertEveryStepOnce(40);
  }
}
