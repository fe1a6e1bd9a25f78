// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import static io.flowmanager.saga.adapter.store.jpa.RetentionFixture.AFTER;
import static io.flowmanager.saga.adapter.store.jpa.RetentionFixture.BEGIN;
import static io.flowmanager.saga.adapter.store.jpa.RetentionFixture.archiving;
import static io.flowmanager.saga.adapter.store.jpa.RetentionFixture.deleting;
import static io.flowmanager.saga.adapter.store.jpa.RetentionFixture.ended;
import static io.flowmanager.saga.adapter.store.jpa.RetentionFixture.id;
import static io.flowmanager.testing.ChangeBuilder.created;
import static io.flowmanager.testing.FlowBuilder.anOrderFlow;
import static io.flowmanager.testing.SagaBuilder.aSaga;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.saga.application.retention.ArchiveUnavailableException;
import io.flowmanager.saga.application.retention.RetentionMarks;
import io.flowmanager.saga.application.retention.SagaArchive;
import io.flowmanager.saga.application.store.StoreUnavailableException;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.FlowName;
import io.flowmanager.saga.domain.flow.RetentionSettings.Ending;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Nodes that die, disks and databases that fail: a saga goes whole or not at all. */
abstract class RetentionFaultsContract extends RetentionOnDatabase {

  private static final Duration LAG = Duration.ofDays(2);
  private static final Duration AGAIN = Duration.ofMinutes(10);
  private static final String OLD = id(BEGIN, 1);

  private RetentionNode node() {
    return new RetentionNode(store(), fixture().clock, Optional.empty(), deleting());
  }

  private RetentionNode node(SagaArchive archive) {
    return new RetentionNode(store(), fixture().clock, Optional.of(archive), archiving());
  }

  @Test
  void oneNodeWorksAtATimeAndAnotherOneTakesOverWhenItDies() {
    fixture().store(ended(450));
    fixture().clock.advance(AFTER.plus(LAG));
    RetentionNode one = node();
    RetentionNode other = node();
    one.step();
    one.step();
    assertThat(one.meter.allDeleted()).isEqualTo(200);

    for (int i = 0; i < 5; i++) {
      other.step();
    }
    assertThat(fixture().sagas()).hasSize(250);

    other.round();
    assertThat(other.meter.allDeleted()).isEqualTo(250);
    assertThat(fixture().sagas()).isEmpty();
  }

  @Test
  void nodeThatWasThoughtDeadDoesNothingWhenItGoesOn() {
    fixture().store(ended(OLD, BEGIN));
    fixture().clock.advance(AFTER.plus(LAG));
    RetentionNode other = node((flow, sagas) -> {});
    RetentionNode stalled =
        node(
            (flow, sagas) -> {
              fixture().store(ended(id(BEGIN, 2), BEGIN));
              other.round();
            });

    stalled.step();
    stalled.step();

    assertThat(other.meter.allDeleted()).isEqualTo(2);
    assertThat(stalled.meter.allDeleted()).isZero();
    assertThat(fixture().ids("retention_left_behind", "saga_id")).isEmpty();
    assertThat(fixture().sagas()).isEmpty();
  }

  @Test
  void whatFailsBeforeTheCommitLeavesTheSagaWhole() {
    fixture().store(ended(OLD, BEGIN).startedWith("key"));
    fixture().clock.advance(AFTER.plus(LAG));
    RetentionNode node = node();
    node.marks = RetentionFaultsContract::failingToMove;

    node.round();

    assertThat(fixture().sagas()).containsExactly(OLD);
    assertThat(fixture().ids("saga_history", "saga_id")).containsExactly(OLD);
    assertThat(fixture().ids("start_request", "saga_id")).containsExactly(OLD);

    node.marks = marks -> marks;
    node.round();
    assertThat(fixture().sagas()).isEmpty();
    assertThat(fixture().ids("saga_history", "saga_id")).isEmpty();
    assertThat(node.meter.allDeleted()).isEqualTo(1);
  }

  private static RetentionMarks failingToMove(RetentionMarks marks) {
    return (RetentionMarks)
        Proxy.newProxyInstance(
            RetentionMarks.class.getClassLoader(),
            new Class<?>[] {RetentionMarks.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("move")) {
                throw new StoreUnavailableException("broken off", null);
              }
              try {
                return method.invoke(marks, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  @Test
  void sagaIsArchivedBeforeItIsDeleted() {
    fixture().store(ended(OLD, BEGIN));
    fixture().clock.advance(AFTER.plus(LAG));
    List<SagaId> written = new ArrayList<>();
    RetentionNode node =
        node(
            (flow, sagas) -> {
              assertThat(flow).isEqualTo(new FlowName("order"));
              assertThat(fixture().sagas()).containsExactly(OLD);
              sagas.forEach(saga -> written.add(saga.saga()));
              assertThat(sagas.get(0).content())
                  .containsKeys("sagaId", "currentState", "metadata", "history");
            });

    node.round();

    assertThat(written).containsExactly(new SagaId(OLD));
    assertThat(node.meter.archived).isEqualTo(1);
    assertThat(fixture().sagas()).isEmpty();
  }

  @Test
  void sagaStaysWhileTheArchiveCannotBeWritten() {
    fixture().store(ended(OLD, BEGIN));
    fixture().clock.advance(AFTER.plus(LAG));
    var isFull = new AtomicReference<>(true);
    RetentionNode node =
        node(
            (flow, sagas) -> {
              if (isFull.get()) {
                throw new ArchiveUnavailableException("No space left on device", null);
              }
            });
    node.round();
    assertThat(fixture().sagas()).containsExactly(OLD);

    isFull.set(false);
    node.round();
    assertThat(fixture().sagas()).isEmpty();
  }

  @Test
  void flowThatCannotBeArchivedKeepsNoOtherFlowFromBeingDeleted() {
    String other = OLD.replace("order-", "other-");
    fixture()
        .store(
            ended(OLD, BEGIN),
            created(aSaga().withId(other).ofFlow("other").inState("done").isFinal()));
    fixture().clock.advance(AFTER.plus(LAG));
    SagaArchive full =
        (flow, sagas) -> {
          throw new ArchiveUnavailableException("No space left on device", null);
        };
    var node =
        new RetentionNode(
            store(),
            fixture().clock,
            Optional.of(full),
            archiving(),
            anOrderFlow().named("other").keepingFor(AFTER, Ending.DELETE).build());

    node.round();

    assertThat(fixture().sagas()).containsExactly(OLD);
  }

  @Test
  void sagaThatMovesWhileItIsArchivedStays() {
    fixture().store(ended(OLD, BEGIN));
    fixture().clock.advance(AFTER.plus(LAG));
    var writes = new AtomicInteger();
    RetentionNode node =
        node(
            (flow, sagas) -> {
              if (writes.incrementAndGet() == 1) {
                fixture().execute("update saga set version = version + 1 where id = '" + OLD + "'");
              }
            });
    fixture().holdTheSweep();
    node.round();
    assertThat(fixture().sagas()).containsExactly(OLD);

    fixture().clock.advance(AGAIN);
    fixture().holdTheSweep();
    node.round();
    assertThat(fixture().sagas()).isEmpty();
    assertThat(writes).hasValue(2);
  }

  @Test
  void commandThatIsNotDeliveredKeepsItsSagaOutOfTheArchiveToo() {
    fixture().store(ended(OLD, BEGIN).sends(0, BEGIN));
    fixture().clock.advance(AFTER.plus(LAG));
    List<SagaArchive.Document> written = new ArrayList<>();

    node((flow, sagas) -> written.addAll(sagas)).round();

    assertThat(written).isEmpty();
  }
}
