// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.messaging.jms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowmanager.saga.application.engine.LaneFullException;
import io.flowmanager.saga.application.store.Answer;
import io.flowmanager.saga.application.store.SkipReason;
import io.flowmanager.saga.application.store.StoreUnavailableException;
import io.flowmanager.saga.domain.Event;
import io.flowmanager.saga.domain.SagaId;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LaneHandlingTest {

  private final List<String> handedOver = new ArrayList<>();
  private static final RuntimeException OK = new RuntimeException("none");
  private static final RuntimeException A_BUG = new IllegalStateException("a bug");

  private final Queue<RuntimeException> failures = new ArrayDeque<>();
  private final StopSign stop = new StopSign();
  private final LaneHandling handling =
      new LaneHandling(this::lanes, this::lanes, failures -> Duration.ofMillis(1), stop, true);

  private CompletionStage<Answer> lanes(Event event) {
    handedOver.add(event.saga() + " " + event.label());
    RuntimeException failure = failures.poll();
    if (failure instanceof LaneFullException full) {
      throw full;
    }
    return failure == null || failure == OK
        ? CompletableFuture.completedFuture(new Answer.Transitioned(event.saga(), event.label()))
        : CompletableFuture.failedFuture(failure);
  }

  @Test
  void answersComeInTheOrderOfTheEvents() throws InterruptedException {
    List<Answer> answers =
        handling.handle(List.of(event("a", "1"), event("b", "1"), event("a", "2"))).answers();

    assertThat(answers)
        .containsExactly(
            new Answer.Transitioned(new SagaId("a"), "1"),
            new Answer.Transitioned(new SagaId("b"), "1"),
            new Answer.Transitioned(new SagaId("a"), "2"));
  }

  @Test
  void nextEventOfASagaWaitsForTheOneThatTheStoreRefused() throws InterruptedException {
    failures.add(new StoreUnavailableException("away", new Exception()));

    handling.handle(List.of(event("a", "1"), event("a", "2")));

    assertThat(handedOver).containsExactly("a 1", "a 1", "a 2");
  }

  @Test
  void fullLaneIsTriedAgainBeforeWhatComesAfter() throws InterruptedException {
    failures.add(new LaneFullException());
    failures.add(new LaneFullException());

    handling.handle(List.of(event("a", "1"), event("b", "1")));

    assertThat(handedOver).containsExactly("a 1", "a 1", "a 1", "b 1");
  }

  @Test
  void eventsThatMayLeaveTogetherAreAllHandedOverBeforeTheFirstIsAwaited()
      throws InterruptedException {
    var waiting = new ArrayList<CompletableFuture<Answer>>();
    var together =
        new LaneHandling(
            event -> fail(event.label()),
            event -> {
              waiting.add(new CompletableFuture<>());
              if (waiting.size() == 100) {
                waiting.forEach(answer -> answer.complete(new Answer.AlreadyConsumed()));
              }
              return waiting.get(waiting.size() - 1);
            },
            failures -> Duration.ofMillis(1),
            stop,
            true);

    EventHandling.Handled handled =
        together.handle(IntStream.range(0, 100).mapToObj(i -> event("saga-" + i, "1")).toList());

    assertThat(handled.answers()).hasSize(100);
  }

  private static CompletionStage<Answer> fail(String label) {
    throw new AssertionError(label + " is not alone");
  }

  @Test
  void eventAtWhichTheEngineFailsAgainAndAgainIsNamedAndTheOthersAct() throws InterruptedException {
    failures.addAll(List.of(A_BUG, OK, A_BUG, A_BUG));

    List<Answer> answers =
        handling.handle(List.of(event("a", "1"), event("b", "1"), event("a", "2"))).answers();

    assertThat(handedOver).containsExactly("a 1", "b 1", "a 1", "a 1", "a 2");
    assertThat(answers.get(0))
        .isInstanceOfSatisfying(
            Answer.Unreadable.class,
            failed -> {
              assertThat(failed.reason()).isEqualTo(SkipReason.FAILED);
              assertThat(failed.detail()).contains("3 times", "a bug");
            });
    assertThat(answers.subList(1, 3))
        .containsExactly(
            new Answer.Transitioned(new SagaId("b"), "1"),
            new Answer.Transitioned(new SagaId("a"), "2"));
  }

  @Test
  void engineThatFailsForAMomentCostsNoEvent() throws InterruptedException {
    failures.addAll(List.of(A_BUG, A_BUG));

    List<Answer> answers = handling.handle(List.of(event("a", "1"))).answers();

    assertThat(answers).containsExactly(new Answer.Transitioned(new SagaId("a"), "1"));
  }

  @Test
  void storeThatFailsIsToldWhereATransactionOfTheServerWouldNotLast() {
    var impatient =
        new LaneHandling(this::lanes, this::lanes, failures -> Duration.ofMillis(1), stop, false);
    failures.add(new StoreUnavailableException("away", new Exception()));

    assertThatThrownBy(() -> impatient.handle(List.of(event("a", "1"))))
        .isInstanceOf(StoreUnavailableException.class);
  }

  @Test
  void stopSignEndsTheWaitForTheStore() {
    failures.add(new StoreUnavailableException("away", new Exception()));
    stop.raise();

    assertThatThrownBy(() -> handling.handle(List.of(event("a", "1"))))
        .isInstanceOf(InterruptedException.class);
  }

  private static Event event(String saga, String label) {
    return new Event(new SagaId(saga), label, JsonValue.EMPTY_JSON_OBJECT, Optional.empty());
  }
}
