// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowmanager.saga.application.remote.MemoryDocumentService.Conduct;
import io.flowmanager.saga.application.remote.MemoryDocumentService.Crash;
import io.flowmanager.saga.application.store.Answer;
import io.flowmanager.saga.application.store.CommitInDoubtException;
import io.flowmanager.saga.application.store.StoreUnavailableException;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.testing.ConcurrentRunner;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever breaks off a step, document, history and commands agree afterwards. */
public abstract class IntentCrashContract extends IntentContract {

  private static final Answer PAID = new Answer.Transitioned(SAGA, "paid");
  private static final Duration BOUND = Duration.ofSeconds(60);

  private void start() {
    node().start(SAGA, "key");
    clock().advance(Node.LEASE);
  }

  private void crash(Conduct conduct) {
    service().behave(conduct);
    assertThatThrownBy(() -> node().send(SAGA, "paid")).isInstanceOf(Crash.class);
    service().behave(Conduct.KEEPS);
  }

  @Test
  void nodeThatDiesBeforeItsStepIsStoredLeavesTheSagaAsItWas() {
    start();
    node().begin(SAGA, "paid");
    passTheLease();

    assertThat(node().send(SAGA, "paid")).isEqualTo(PAID);

    assertAt("paid", "orderCreated", "paid");
  }

  @ParameterizedTest
  @EnumSource(names = {"NODE_DIES_BEFORE", "NODE_DIES_AFTER"})
  void stepOfANodeThatDiesIsFinishedByTheNextEvent(Conduct conduct) {
    start();
    crash(conduct);
    passTheLease();

    assertThat(node().send(SAGA, "prepared")).isEqualTo(new Answer.Transitioned(SAGA, "done"));

    assertAt("done", "orderCreated", "paid", "prepared");
    assertThat(due()).containsExactly("saga-1.0 pay", "saga-1.1 prepare");
  }

  @ParameterizedTest
  @EnumSource(names = {"NODE_DIES_BEFORE", "NODE_DIES_AFTER"})
  void eventWhoseNodeDiedMayBeRepeated(Conduct conduct) {
    start();
    crash(conduct);
    passTheLease();

    assertThat(node().send(SAGA, "paid")).isEqualTo(PAID);

    assertAt("paid", "orderCreated", "paid");
    assertThat(due()).containsExactly("saga-1.0 pay", "saga-1.1 prepare");
  }

  @ParameterizedTest
  @EnumSource(names = {"NODE_DIES_BEFORE", "NODE_DIES_AFTER"})
  void stepOfANodeThatDiesIsFinishedWithoutAnEvent(Conduct conduct) {
    start();
    crash(conduct);
    node().store().recover();
    assertThat(due()).containsExactly("saga-1.0 pay");
    passTheLease();

    node().store().recover();

    assertAt("paid", "orderCreated", "paid");
    assertThat(due()).containsExactly("saga-1.0 pay", "saga-1.1 prepare");
  }

  @Test
  void documentThatTheServiceShowsIsNotWrittenAgain() {
    start();
    crash(Conduct.NODE_DIES_AFTER);
    passTheLease();

    node().store().recover();

    assertThat(service().writes()).hasSize(2);
  }

  @Test
  void laterStepOfAnotherWriterIsNotOverwritten() {
    start();
    crash(Conduct.NODE_DIES_AFTER);
    sendElsewhere("prepared");
    passTheLease();

    node().store().recover();

    assertThat(events(document())).containsExactly("orderCreated", "paid", "prepared");
    assertThat(due()).containsExactly("saga-1.0 pay", "saga-1.1 prepare");
    assertThat(intent()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"NODE_DIES_BEFORE", "NODE_DIES_AFTER"})
  void startOfANodeThatDiesIsFinished(Conduct conduct) {
    service().behave(conduct);
    assertThatThrownBy(() -> node().start(SAGA, "key")).isInstanceOf(Crash.class);
    service().behave(Conduct.KEEPS);
    passTheLease();

    assertThat(due()).isEmpty();
    assertThat(node().start(new SagaId("saga-2"), "key")).isEqualTo(SAGA);
    node().store().recover();

    assertAt("created", "orderCreated");
    assertThat(due()).containsExactly("saga-1.0 pay");
  }

  @Test
  void nodeThatDiesAfterItsStepLeavesCommandsThatAreDueWhenTheirLeaseEnds() {
    start();
    RemoteSession left = node().begin(SAGA, "other");
    left.close();
    node().send(SAGA, "paid");

    assertThat(due()).containsExactly("saga-1.0 pay");
    clock().advance(Node.LEASE);

    assertThat(due()).containsExactly("saga-1.0 pay", "saga-1.1 prepare");
  }

  @ParameterizedTest
  @EnumSource(names = {"LOSES", "HIDES"})
  void writeThatFailsLeavesTheStepInDoubtAndTheRepeatFinishesIt(Conduct conduct) {
    start();
    service().behave(conduct);
    assertThatThrownBy(() -> node().send(SAGA, "paid")).isInstanceOf(CommitInDoubtException.class);
    assertThat(due()).containsExactly("saga-1.0 pay");
    service().behave(Conduct.KEEPS);

    assertThat(node().send(SAGA, "paid")).isEqualTo(PAID);

    assertAt("paid", "orderCreated", "paid");
    assertThat(due()).containsExactly("saga-1.0 pay", "saga-1.1 prepare");
  }

  @Test
  void stepStaysOpenAsLongAsTheServiceIsDown() {
    start();
    service().behave(Conduct.LOSES);
    assertThatThrownBy(() -> node().send(SAGA, "paid")).isInstanceOf(CommitInDoubtException.class);

    node().store().recover();
    assertThatThrownBy(() -> node().send(SAGA, "prepared"))
        .isInstanceOf(StoreUnavailableException.class);
    service().isDown(true);
    node().store().recover();

    assertThat(due()).containsExactly("saga-1.0 pay");
    assertThat(intent().flatMap(Intent::document)).isPresent();
    service().isDown(false);
    service().behave(Conduct.KEEPS);
    node().store().recover();
    assertAt("paid", "orderCreated", "paid");
  }

  @Test
  void oneRoundGivesUpAfterThreeFailuresAndTheNextOneBeginsWithOthers() {
    service().behave(Conduct.LOSES);
    IntStream.range(0, 5)
        .forEach(
            i ->
                assertThatThrownBy(() -> node().start(new SagaId("saga-" + i), "key" + i))
                    .isInstanceOf(CommitInDoubtException.class));
    clock().advance(Duration.ofSeconds(1));

    node().store().recover();
    assertThat(service().writes()).hasSize(5 + 3);
    service().behave(Conduct.KEEPS);
    clock().advance(Duration.ofSeconds(1));
    node().store().recover();

    IntStream.range(0, 5)
        .forEach(i -> assertThat(service().document(new SagaId("saga-" + i))).isPresent());
    assertThat(due()).hasSize(5);
  }

  @Test
  void sagaIsOfOneWorkerUntilItsLeaseEnds() {
    start();
    RemoteSession first = node().begin(SAGA, "paid");

    assertThatThrownBy(() -> node().begin(SAGA, "paid"))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessage("Somebody else works on saga saga-1 now.");
    first.close();

    assertThat(node().send(SAGA, "paid")).isEqualTo(PAID);
  }

  @Test
  void workerWhoseLeaseHasEndedStoresNothing() {
    start();
    Node slow = node();
    RemoteSession first = slow.begin(SAGA, "paid");
    passTheLease();

    assertThatThrownBy(() -> slow.handle(first, SAGA, "paid", "paid"))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining("the lease on saga saga-1 has ended");

    first.close();
    assertAt("created", "orderCreated");
  }

  @Test
  void workerThatWasOvertakenStoresNothing() {
    start();
    Node slow = node();
    RemoteSession first = slow.begin(SAGA, "paid");
    passTheLease();
    node().send(SAGA, "paid");

    assertThatThrownBy(() -> slow.handle(first, SAGA, "paid", "paid"))
        .isInstanceOf(StoreUnavailableException.class);

    first.close();
    assertAt("paid", "orderCreated", "paid");
  }

  @Test
  void writeHasTheWholeLeaseForItselfHoweverLongTheReadTook() {
    start();
    Node slow = node();
    RemoteSession first = slow.begin(SAGA, "paid");
    clock().advance(LEASE.minusSeconds(1));
    service()
        .beforeWrite(
            () -> {
              clock().advance(LEASE.minusSeconds(1));
              assertThatThrownBy(() -> node().begin(SAGA, "other"))
                  .isInstanceOf(StoreUnavailableException.class);
            });

    slow.handle(first, SAGA, "paid", "paid");

    first.close();
    assertAt("paid", "orderCreated", "paid");
  }

  @Test
  void stepThatWasFinishedByAnotherWorkerIsInDoubtForTheOneThatWasSlow() {
    start();
    Node slow = node();
    RemoteSession first = slow.begin(SAGA, "paid");
    service()
        .beforeWrite(
            () -> {
              service().beforeWrite(() -> {});
              passTheLease();
              node().store().recover();
            });

    assertThatThrownBy(() -> slow.handle(first, SAGA, "paid", "paid"))
        .isInstanceOf(CommitInDoubtException.class);

    first.close();
    assertAt("paid", "orderCreated", "paid");
    assertThat(due()).containsExactly("saga-1.0 pay", "saga-1.1 prepare");
  }

  @Test
  void workersThatComeTogetherTakeOneStep() {
    start();
    var answers = new AtomicInteger();
    try (var workers =
        ConcurrentRunner.of(
            4,
            worker -> {
              if (isAnswered(node(), "event-" + worker)) {
                answers.incrementAndGet();
              }
            })) {
      workers.join(BOUND);
    }

    assertThat(answers.get()).isPositive();
    assertAt("paid", "orderCreated", "paid");
  }

  /** Other workers may be in the way. */
  private static boolean isAnswered(Node node, String id) {
    try {
      node.send(SAGA, "paid", id);
      return true;
    } catch (StoreUnavailableException e) {
      return false;
    }
  }

  @Test
  void startsWithOneKeyThatComeTogetherMakeOneSaga() {
    try (var workers = ConcurrentRunner.of(4, worker -> startOnce(new SagaId("saga-" + worker)))) {
      workers.join(BOUND);
    }

    assertThat(service().writes()).hasSize(1);
  }

  private void startOnce(SagaId id) {
    try {
      node().start(id, "key");
    } catch (StoreUnavailableException e) {
      // Somebody was faster.
    }
  }
}
