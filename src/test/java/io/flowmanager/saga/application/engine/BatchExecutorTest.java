// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.engine;

import static io.flowmanager.testing.FlowBuilder.anOrderFlow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowmanager.platform.concurrent.Backoff;
import io.flowmanager.saga.application.store.Answer;
import io.flowmanager.saga.application.store.CommitInDoubtException;
import io.flowmanager.saga.application.store.StoreUnavailableException;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.testing.SettableClock;
import io.flowmanager.testing.TestSettings;
import jakarta.transaction.TransactionalException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BatchExecutorTest {

  private static final Answer STARTED = new Answer.Started(new SagaId("s"));

  private final EngineFixture engine = new EngineFixture(anOrderFlow().build());
  private final List<Integer> batches = new ArrayList<>();
  private final Deque<RuntimeException> faults = new ArrayDeque<>();
  private final List<BatchResult> followed = new ArrayList<>();
  private Consumer<BatchResult> follower = followed::add;

  private final EngineNode node = engine.node();
  private Duration away = Duration.ZERO;
  private final BatchExecutor work = work(new TransactionsBy(this::transaction).withoutCache());

  private BatchExecutor work(ProcessBatch batches) {
    return new BatchExecutor(
        batches,
        List.of(r -> follower.accept(r), followed::add),
        Runnable::run,
        TestSettings.retries(engine.clock));
  }

  /** Fails as often as there are faults; a start of the saga "bad" fails always. */
  private BatchResult transaction(List<EngineRequest> batch) {
    batches.add(batch.size());
    if (engine.clock.instant().isBefore(SettableClock.START.plus(away))) {
      throw new StoreUnavailableException("away", null);
    }
    if (!faults.isEmpty()) {
      throw faults.remove();
    }
    if (batch.stream().anyMatch(request -> request.subject().contains("saga=locked"))) {
      engine.clock.advance(Duration.ofSeconds(10));
      throw new StoreUnavailableException("lock timeout", null);
    }
    if (batch.stream().anyMatch(request -> request.subject().contains("saga=bad"))) {
      throw new IllegalStateException("bad");
    }
    return engine.handle(batch);
  }

  @Test
  void batchSharesOneTransactionAndEveryCallerGetsItsAnswer() {
    PendingRequest one = pending(engine.start("s"));
    PendingRequest two = pending(engine.event("s", "paid"));
    PendingRequest three = pending(engine.event("unknown", "paid"));

    work.handle(List.of(one, two, three));

    assertThat(batches).containsExactly(3);
    assertThat(one.answer()).isCompletedWithValue(STARTED);
    assertThat(two.answer()).isCompletedWithValue(new Answer.Transitioned(new SagaId("s"), "paid"));
    assertThat(three.answer()).isCompletedWithValue(new Answer.UnknownSaga(new SagaId("unknown")));
  }

  @Test
  void oneBadRequestFailsAlone() {
    PendingRequest one = pending(engine.start("s"));
    PendingRequest bad = pending(engine.start("bad"));
    PendingRequest three = pending(engine.event("s", "paid"));

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
    PendingRequest one = pending(engine.start("s"));

    work.handle(List.of(one));

    assertThat(batches).containsExactly(1, 1, 1);
    assertThat(one.answer()).isCompletedWithValue(STARTED);
  }

  @Test
  void commitThatBrokeOffIsRepeatedForARequestWithAKey() {
    faults.add(new TransactionalException("connection lost", null));
    PendingRequest one = pending(engine.start("s", "key"));

    work.handle(List.of(one));

    assertThat(batches).containsExactly(1, 1);
    assertThat(one.answer()).isCompletedWithValue(STARTED);
  }

  @Test
  void commitThatBrokeOffIsNotRepeatedForARequestThatCouldActTwice() {
    faults.add(new TransactionalException("connection lost", null));
    PendingRequest keyed = pending(engine.start("s", "key"));
    PendingRequest unkeyed = pending(engine.start("t"));

    work.handle(List.of(keyed, unkeyed));

    assertThat(batches).containsExactly(2, 1);
    assertThat(keyed.answer()).isCompletedWithValue(STARTED);
    assertThatThrownBy(unkeyed.answer()::join).hasCauseInstanceOf(StoreUnavailableException.class);
  }

  @Test
  void optimisticCommitThatBrokeOffIsNotRepeated() {
    faults.add(new CommitInDoubtException("connection lost", null));
    PendingRequest one = pending(engine.start("s"));

    work.handle(List.of(one));

    assertThat(batches).containsExactly(1);
    assertThatThrownBy(one.answer()::join).hasCauseInstanceOf(StoreUnavailableException.class);
  }

  @Test
  void storeThatStaysAwayIsAskedLessAndLessOftenAndTheCallerIsToldInTheEnd() {
    away = Duration.ofHours(1);
    PendingRequest one = pending(engine.start("s"));

    work.handle(List.of(one));

    assertThat(batches).hasSizeBetween(6, 12);
    assertThat(Duration.between(SettableClock.START, engine.clock.instant()))
        .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
    assertThatThrownBy(one.answer()::join).hasCauseInstanceOf(StoreUnavailableException.class);
    assertThat(followed).isEmpty();
  }

  @Test
  void batchIsTriedAgainAsABatchWhileTheStoreIsAway() {
    away = Duration.ofMillis(700);
    List<PendingRequest> requests = starts(256);

    work.handle(requests);

    assertThat(batches).hasSizeLessThan(9).containsOnly(256);
    assertThat(requests).extracting(PendingRequest::answer).allMatch(CompletableFuture::isDone);
    assertThat(requests.get(255).answer()).isCompletedWithValue(new Answer.Started(id("s255")));
  }

  @Test
  void aFullBatchCostsAStoreThatStaysAwayAFewCallsAndEveryCallerIsTold() {
    away = Duration.ofHours(1);
    List<PendingRequest> requests = starts(256);

    work.handle(requests);

    assertThat(batches).hasSizeLessThan(15);
    assertThat(requests)
        .allSatisfy(
            request ->
                assertThatThrownBy(request.answer()::join)
                    .hasCauseInstanceOf(StoreUnavailableException.class));
  }

  @Test
  void whatHasWaitedTooLongAlreadyIsTriedOnceMore() {
    List<PendingRequest> requests = starts(1);
    engine.clock.advance(Duration.ofSeconds(5));
    away = Duration.ofHours(1);

    work.handle(requests);

    assertThat(batches).hasSize(1);
  }

  @Test
  void aSagaThatSomebodyHasLockedHoldsUpNoOther() {
    PendingRequest one = pending(engine.start("s"));
    PendingRequest locked = pending(engine.start("locked"));
    PendingRequest three = pending(engine.start("t"));

    work.handle(List.of(one, locked, three));

    assertThat(one.answer()).isCompletedWithValue(STARTED);
    assertThat(three.answer()).isCompletedWithValue(new Answer.Started(id("t")));
    assertThatThrownBy(locked.answer()::join).hasCauseInstanceOf(StoreUnavailableException.class);
    assertThat(batches).containsExactly(3, 1, 1, 1);
  }

  @Test
  void afterAnInterruptNothingIsTriedAgain() {
    away = Duration.ofHours(1);
    var delays = new Backoff(Duration.ofMillis(20), Duration.ofMillis(500), () -> () -> 0);
    var interrupted =
        new BatchExecutor(
            new TransactionsBy(this::transaction).withoutCache(),
            List.of(),
            Runnable::run,
            new StoreRetries(Duration.ofSeconds(2), delays, engine.clock, delay -> false));
    PendingRequest one = pending(engine.start("s"));

    interrupted.handle(List.of(one));

    assertThat(batches).hasSize(2);
    assertThat(one.answer()).isCompletedExceptionally();
  }

  @Test
  void onlyWhatIsNotCurrentGoesThroughATransaction() {
    node.handle(List.of(engine.start("s"), engine.start("t"), engine.start("u")));
    engine.node().handle(List.of(engine.event("t", "paid")));
    int before = engine.transactions();
    List<PendingRequest> requests =
        Stream.of("s", "t", "u").map(saga -> pending(engine.event(saga, "paid"))).toList();

    work(node.batches()).handle(requests);

    assertThat(requests.get(0).answer())
        .isCompletedWithValue(new Answer.Transitioned(id("s"), "paid"));
    assertThat(requests.get(1).answer()).isCompletedWithValue(new Answer.Ignored(id("t"), "paid"));
    assertThat(requests.get(2).answer())
        .isCompletedWithValue(new Answer.Transitioned(id("u"), "paid"));
    assertThat(engine.transactions()).isEqualTo(before + 1);
    assertThat(engine.history("s")).hasSize(2);
  }

  @Test
  void whatTheTransactionIsInVainForDoesNotTakeBackWhatWentWithoutIt() {
    EngineNode failing = engine.node(new SagaCache(engine.clock, 1_000_000), this::transaction);
    failing.handle(List.of(engine.start("s"), engine.start("t")));
    node.handle(List.of(engine.event("t", "paid")));
    away = Duration.ofHours(1);
    PendingRequest stored = pending(engine.event("s", "paid"));
    PendingRequest overtaken = pending(engine.event("t", "paid"));

    work(failing.batches()).handle(List.of(stored, overtaken));

    assertThat(stored.answer()).isCompletedWithValue(new Answer.Transitioned(id("s"), "paid"));
    assertThatThrownBy(overtaken.answer()::join)
        .hasCauseInstanceOf(StoreUnavailableException.class);
    assertThat(engine.history("s")).hasSize(2);
    assertThat(engine.history("t")).hasSize(2);
  }

  @Test
  void anErrorOfALibraryLeavesNoCallerWithoutAnAnswer() {
    var broken =
        work(
            new TransactionsBy(
                    batch -> {
                      throw new StackOverflowError();
                    })
                .withoutCache());
    List<PendingRequest> requests = starts(3);

    broken.handle(requests);

    assertThat(requests).extracting(PendingRequest::answer).allMatch(CompletableFuture::isDone);
  }

  @Test
  void faultOfOursIsNotTriedAgain() {
    faults.add(new IllegalStateException("ours"));
    PendingRequest one = pending(engine.start("s"));

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
    PendingRequest one = pending(engine.start("s"));

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
    PendingRequest one = pending(engine.start("s"));

    work.handle(List.of(one));

    assertThat(one.answer()).isCompletedWithValue(STARTED);
  }

  @Test
  void followersComeBeforeTheAnswers() {
    PendingRequest one = pending(engine.start("s"));
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
          new BatchExecutor(
              new TransactionsBy(engine::handle).withoutCache(),
              List.of(),
              task -> {
                throw refusal;
              },
              TestSettings.noRetries());
      PendingRequest pending = pending(engine.event("unknown", "paid"));

      refusing.handle(List.of(pending));

      assertThat(pending.answer()).isCompleted();
    }
  }

  private List<PendingRequest> starts(int count) {
    return IntStream.range(0, count).mapToObj(i -> pending(engine.start("s" + i))).toList();
  }

  private PendingRequest pending(EngineRequest request) {
    return work.pending(request);
  }

  private static SagaId id(String text) {
    return new SagaId(text);
  }
}
