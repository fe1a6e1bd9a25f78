// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import static io.flowmanager.saga.adapter.store.jpa.RetentionFixture.AFTER;
import static io.flowmanager.saga.adapter.store.jpa.RetentionFixture.BEGIN;
import static io.flowmanager.saga.adapter.store.jpa.RetentionFixture.deleting;
import static io.flowmanager.saga.adapter.store.jpa.RetentionFixture.ended;
import static io.flowmanager.saga.adapter.store.jpa.RetentionFixture.id;
import static io.flowmanager.testing.ChangeBuilder.created;
import static io.flowmanager.testing.ChangeBuilder.moved;
import static io.flowmanager.testing.FlowBuilder.anOrderFlow;
import static io.flowmanager.testing.SagaBuilder.aSaga;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.saga.adapter.store.jpa.JpaStore.JpaSession;
import io.flowmanager.saga.application.retention.FinishedSagas.Count;
import io.flowmanager.saga.application.store.Answer;
import io.flowmanager.saga.application.store.Receipt;
import io.flowmanager.saga.application.store.SagaStore.Wanted;
import io.flowmanager.saga.domain.CommandId;
import io.flowmanager.saga.domain.EventId;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.FlowName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which sagas go, and when. */
abstract class RetentionContract extends RetentionOnDatabase {

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration LAG = Duration.ofDays(2);
  private static final String OLD = id(BEGIN, 1);

  final RetentionNode node() {
    return new RetentionNode(store(), fixture().clock, Optional.empty(), deleting());
  }

  @Test
  void sagaStaysUntilItsTimeIsOverCountedFromItsFinalStep() {
    fixture().store(ended(OLD, BEGIN.plus(AFTER)));
    fixture().clock.advance(AFTER.plus(AFTER).minus(RetentionNode.PACE.interval()).minus(SECOND));
    RetentionNode node = node();

    node.round();
    assertThat(fixture().sagas()).containsExactly(OLD);

    node.round();
    assertThat(fixture().sagas()).isEmpty();
  }

  @Test
  void sagaGoesWithAllThatBelongsToItAndNothingElse() {
    String young = id(BEGIN.plus(AFTER), 1);
    var answer =
        new Receipt(
            new SagaId(OLD),
            new EventId("event"),
            new Answer.Ignored(new SagaId(OLD), "done"),
            BEGIN);
    fixture()
        .store(
            ended(OLD, BEGIN).startedWith("old").received(answer),
            ended(young, BEGIN.plus(AFTER)).startedWith("young"));
    fixture().clock.advance(AFTER.plus(LAG));

    node().round();

    assertThat(fixture().sagas()).containsExactly(young);
    assertThat(fixture().ids("saga_history", "saga_id")).containsExactly(young);
    assertThat(fixture().ids("start_request", "saga_id")).containsExactly(young);
    assertThat(fixture().ids("event_receipt", "saga_id")).isEmpty();
    assertThat(fixture().ids("retention_left_behind", "saga_id")).isEmpty();
  }

  @Test
  void sagaThatIsNotFinalNeverGoes() {
    fixture().store(created(aSaga().withId(OLD)));
    fixture().clock.advance(AFTER.multipliedBy(20));
    RetentionNode node = node();

    node.round();
    fixture().clock.advance(AFTER.multipliedBy(20));
    node.round();

    assertThat(fixture().sagas()).containsExactly(OLD);
  }

  @Test
  void sagaWithACommandStaysUntilItIsDelivered() {
    fixture().store(ended(OLD, BEGIN).sends(0, BEGIN));
    fixture().clock.advance(AFTER.plus(LAG));
    RetentionNode node = node();
    fixture().holdTheSweep();

    node.round();
    assertThat(fixture().sagas()).containsExactly(OLD);

    store().run(session -> session.outbox().remove(List.of(new CommandId(new SagaId(OLD), 0, 0))));
    fixture().clock.advance(Duration.ofMinutes(10));
    fixture().holdTheSweep();
    node.round();
    assertThat(fixture().sagas()).isEmpty();
  }

  @Test
  void sagaThatEndsLongAfterTheMarkHasPassedGoesInItsOwnTime() {
    fixture().store(created(aSaga().withId(OLD)));
    fixture().clock.advance(AFTER.plus(LAG));
    RetentionNode node = node();
    fixture().holdTheSweep();
    node.round();

    fixture().clock.advance(Duration.ofDays(7));
    var end = fixture().clock.instant();
    fixture()
        .store(
            moved(
                aSaga()
                    .withId(OLD)
                    .inState("done")
                    .isFinal()
                    .after("prepared", 1)
                    .updatedAt(end)
                    .build(),
                aSaga().withId(OLD).build()));
    fixture().clock.advance(AFTER.minus(RetentionNode.PACE.interval()).minus(SECOND));
    fixture().holdTheSweep();
    node.round();
    assertThat(fixture().sagas()).containsExactly(OLD);

    fixture().holdTheSweep();
    node.round();
    assertThat(fixture().sagas()).isEmpty();
    assertThat(fixture().ids("retention_left_behind", "saga_id")).isEmpty();
  }

  @Test
  void idsOfOtherFormsAreFoundByTheSweep() {
    fixture()
        .store(
            ended("7", BEGIN), ended("order-z", BEGIN), ended("zebra", BEGIN), ended(OLD, BEGIN));
    fixture().clock.advance(AFTER.plus(LAG));

    node().round();

    assertThat(fixture().sagas()).isEmpty();
  }

  @Test
  void sweepComesToEveryIdInItsRounds() {
    fixture()
        .store(
            Stream.iterate(0, i -> i < 1_100, i -> i + 1)
                .map(
                    i ->
                        ended(
                            "x%05d".formatted(i), BEGIN.plus(i % 5 == 0 ? Duration.ZERO : AFTER))));
    fixture().clock.advance(AFTER);
    RetentionNode node = node();

    for (int i = 0; i < 4; i++) {
      node.round();
    }

    assertThat(fixture().sagas()).hasSize(880);
  }

  @Test
  void transactionDeletesAtMostTwoHundredSagas() {
    fixture().store(ended(450));
    fixture().clock.advance(AFTER.plus(LAG));
    RetentionNode node = node();

    node.round();

    assertThat(fixture().sagas()).isEmpty();
    assertThat(node.meter.deleted).hasSizeGreaterThan(2).allMatch(count -> count <= 200);
    assertThat(node.meter.allDeleted()).isEqualTo(450);
  }

  @Test
  void flowThatKeepsAllLosesNothing() {
    fixture().store(ended(OLD, BEGIN));
    fixture().clock.advance(AFTER.multipliedBy(100));
    var node = new RetentionNode(store(), fixture().clock, Optional.empty(), anOrderFlow().build());

    node.round();

    assertThat(fixture().sagas()).containsExactly(OLD);
    assertThat(node.meter.keepers).isEqualTo(Map.of(new FlowName("order"), true));
    assertThat(node.meter.oldest).isEqualTo(Map.of(new FlowName("order"), Optional.of(BEGIN)));
  }

  @Test
  void finishedSagasAreCountedAmongTheHighestIdsOfTheirFlowsPrefix() {
    fixture().store(ended(5));
    fixture()
        .store(
            created(aSaga().withId(id(BEGIN, 5))),
            created(aSaga().withId(id(BEGIN, 6)).ofFlow("other").isFinal()),
            created(aSaga().withId("other-1").ofFlow("other").isFinal()),
            created(aSaga().withId("other-2").ofFlow("other").isFinal()));
    var sagas = new JdbcFinishedSagas(store().source());
    var order = new FlowName("order");

    assertThat(sagas.count(order, "order-", 4)).isEqualTo(new Count(2, false));
    assertThat(sagas.count(order, "order-", 8)).isEqualTo(new Count(5, true));
    assertThat(sagas.count(order, "absent-", 8)).isEqualTo(new Count(0, true));
  }

  @Test
  void flowsThatShareAPrefixKeepTheirOwnTime() {
    String other = id(BEGIN, 2);
    fixture()
        .store(
            ended(OLD, BEGIN),
            created(aSaga().withId(other).ofFlow("other").inState("done").isFinal()));
    fixture().clock.advance(AFTER.plus(LAG));

    node().round();

    assertThat(fixture().sagas()).containsExactly(other);
  }

  @Test
  void nothingIsDeletedWhileTheEngineIsBusy() {
    fixture().store(ended(OLD, BEGIN));
    fixture().clock.advance(AFTER.plus(LAG));
    RetentionNode node = node();
    node.isBusy = true;
    node.step();
    node.step();
    node.step();
    assertThat(fixture().sagas()).containsExactly(OLD);

    node.isBusy = false;
    node.round();
    assertThat(fixture().sagas()).isEmpty();
  }

  @Test
  void sagaThatSomebodyHoldsALockOnIsPassedOverWithoutWaiting() {
    String free = id(BEGIN, 2);
    fixture().store(ended(OLD, BEGIN), ended(free, BEGIN));
    fixture().clock.advance(AFTER.plus(LAG));
    RetentionNode node = node();

    try (JpaSession event = store().begin()) {
      event.sagas().load(new Wanted(Set.of(new SagaId(OLD)), Map.of(), Set.of()));
      node.round();
    }
    assertThat(fixture().sagas()).containsExactly(OLD);

    fixture().clock.advance(Duration.ofMinutes(10));
    fixture().holdTheSweep();
    node.round();
    assertThat(fixture().sagas()).isEmpty();
  }

  @Test
  void deletedSagaIsNotThereForAnEventThatWasHandledMeanwhile() {
    fixture().store(ended(OLD, BEGIN));
    fixture().clock.advance(AFTER.plus(LAG));
    node().round();

    Wanted wanted = new Wanted(Set.of(new SagaId(OLD)), Map.of(), Set.of());

    assertThat(store().<Boolean>ask(s -> s.sagas().load(wanted).sagas().isEmpty())).isTrue();
  }

  @Test
  void startKeyOfADeletedSagaIsFreeAgain() {
    fixture().store(ended(OLD, BEGIN).startedWith("key"));
    fixture().clock.advance(AFTER.plus(LAG));
    node().round();

    fixture().store(created(aSaga().withId("order-new")).startedWith("key"));

    assertThat(fixture().sagas()).containsExactly("order-new");
  }
}
