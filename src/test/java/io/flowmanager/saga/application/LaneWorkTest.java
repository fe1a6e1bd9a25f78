// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application;

import static io.flowmanager.testing.FlowBuilder.anOrderFlow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowmanager.saga.domain.SagaId;
import jakarta.transaction.TransactionalException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class LaneWorkTest {

  private static final Answer STARTED = new Answer.Started(new SagaId("s"));

  private final EngineBench engine = new EngineBench(anOrderFlow().build());
  private final List<Integer> batches = new ArrayList<>();
  private final Deque<RuntimeException> faults = new ArrayDeque<>();
  private final List<BatchResult> followed = new ArrayList<>();
  private Consumer<BatchResult> follower = followed::add;

  private final LaneWork work =
      new LaneWork(
          this::transaction, List.of(r -> follower.accept(r), followed::add), Runnable::run);

  /** Fails as often as there are faults; a start of the saga "bad" fails always. */
  private BatchResult transaction(List<Intake> batch) {
    batches.add(batch.size());
    if (!faults.isEmpty()) {
      throw faults.remove();
    }
    if (batch.stream().anyMatch(intake -> intake.subject().contains("saga=bad"))) {
      throw new IllegalStateException("bad");
    }
    return engine.handle(batch);
  }

  @Test
  void batchSharesOneTransactionAndEveryCallerGetsItsAnswer() {
    Ticket one = ticket(engine.start("s"));
    Ticket two = ticket(engine.event("s", "paid"));
    Ticket three = ticket(engine.event("unknown", "paid"));

    work.handle(List.of(one, two, three));

    assertThat(batches).containsExactly(3);
    assertThat(one.answer()).isCompletedWithValue(STARTED);
    assertThat(two.answer()).isCompletedWithValue(new Answer.Transitioned(new SagaId("s"), "paid"));
    assertThat(three.answer()).isCompletedWithValue(new Answer.UnknownSaga(new SagaId("unknown")));
  }

  @Test
  void oneBadIntakeFailsAlone() {
    Ticket one = ticket(engine.start("s"));
    Ticket bad = ticket(engine.start("bad"));
    Ticket three = ticket(engine.event("s", "paid"));

    work.handle(List.of(one, bad, three));

    assertThat(batches).containsExactly(3, 1, 1, 1);
    assertThat(one.answer()).isCompletedWithValue(STARTED);
    assertThatThrownBy(bad.answer()::join)
        .isInstanceOf(CompletionException.class)
        .hasRootCauseMessage("bad");
    assertThat(three.answer()).isCompleted();
    assertThat(engine.saga("s").state()).isEqualTo("paid");
  }

  @Test
  void failureThatMayPassIsTriedAgain() {
    faults.add(new StoreUnavailableException("locked", null));
    faults.add(new StoreUnavailableException("locked", null));
    Ticket one = ticket(engine.start("s"));

    work.handle(List.of(one));

    assertThat(batches).containsExactly(1, 1, 1);
    assertThat(one.answer()).isCompletedWithValue(STARTED);
  }

  @Test
  void commitThatBrokeOffIsRepeatedForAnIntakeWithAKey() {
    faults.add(new TransactionalException("connection lost", null));
    Ticket one = ticket(engine.start("s", "key"));

    work.handle(List.of(one));

    assertThat(batches).containsExactly(1, 1);
    assertThat(one.answer()).isCompletedWithValue(STARTED);
  }

  @Test
  void commitThatBrokeOffIsNotRepeatedForAnIntakeThatCouldActTwice() {
    faults.add(new TransactionalException("connection lost", null));
    Ticket keyed = ticket(engine.start("s", "key"));
    Ticket unkeyed = ticket(engine.start("t"));

    work.handle(List.of(keyed, unkeyed));

    assertThat(batches).containsExactly(2, 1);
    assertThat(keyed.answer()).isCompletedWithValue(STARTED);
    assertThatThrownBy(unkeyed.answer()::join).hasCauseInstanceOf(StoreUnavailableException.class);
  }

  @Test
  void loneStepThatBrokeOffIsNotRepeated() {
    faults.add(new CommitInDoubtException("connection lost", null));
    Ticket one = ticket(engine.start("s"));

    work.handle(List.of(one));

    assertThat(batches).containsExactly(1);
    assertThatThrownBy(one.answer()::join).hasCauseInstanceOf(StoreUnavailableException.class);
  }

  @Test
  void failureThatDoesNotPassIsToldAfterThreeTries() {
    for (int i = 0; i < 3; i++) {
      faults.add(new StoreUnavailableException("locked", null));
    }
    Ticket one = ticket(engine.start("s"));

    work.handle(List.of(one));

    assertThat(batches).hasSize(3);
    assertThatThrownBy(one.answer()::join).hasCauseInstanceOf(StoreUnavailableException.class);
    assertThat(followed).isEmpty();
  }

  @Test
  void faultOfOursIsNotTriedAgain() {
    faults.add(new IllegalStateException("ours"));
    Ticket one = ticket(engine.start("s"));

    work.handle(List.of(one));

    assertThat(batches).hasSize(1);
    assertThat(one.answer()).isCompletedExceptionally();
  }

  @Test
  void failingFollowerNeitherRepeatsTheBatchNorHoldsUpTheOthers() {
    follower =
        result -> {
          throw new IllegalStateException("follower");
        };
    Ticket one = ticket(engine.start("s"));

    work.handle(List.of(one));

    assertThat(batches).hasSize(1);
    assertThat(followed).hasSize(1);
    assertThat(one.answer()).isCompletedWithValue(STARTED);
  }

  @Test
  void callersGetTheirAnswersEvenWhenAFollowerFailsWithAnError() {
    follower =
        result -> {
          throw new NoClassDefFoundError("a/Library");
        };
    Ticket one = ticket(engine.start("s"));

    work.handle(List.of(one));

    assertThat(one.answer()).isCompletedWithValue(STARTED);
  }

  @Test
  void followersComeBeforeTheAnswers() {
    Ticket one = ticket(engine.start("s"));
    List<Boolean> answered = new ArrayList<>();
    follower = result -> answered.add(one.answer().isDone());

    work.handle(List.of(one));

    assertThat(answered).containsExactly(false);
  }

  @Test
  void answersAreGivenEvenWhenNoThreadCanBeHadForThem() {
    for (RuntimeException refusal :
        List.of(new RejectedExecutionException("full"), new IllegalStateException("going down"))) {
      var refusing =
          new LaneWork(
              engine::handle,
              List.of(),
              task -> {
                throw refusal;
              });
      Ticket ticket = ticket(engine.event("unknown", "paid"));

      refusing.handle(List.of(ticket));

      assertThat(ticket.answer()).isCompleted();
    }
  }

  private static Ticket ticket(Intake intake) {
    return new Ticket(intake, new CompletableFuture<>());
  }
}
