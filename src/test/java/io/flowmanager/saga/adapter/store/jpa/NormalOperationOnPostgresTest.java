// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import static io.flowmanager.testing.ChangeBuilder.created;
import static io.flowmanager.testing.FlowBuilder.aFlow;
import static io.flowmanager.testing.SagaBuilder.aSaga;
import static io.flowmanager.testing.StateBuilder.aState;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowmanager.saga.application.engine.BatchContext;
import io.flowmanager.saga.application.engine.BatchExecutor;
import io.flowmanager.saga.application.engine.BatchTransactions;
import io.flowmanager.saga.application.engine.EngineRequest;
import io.flowmanager.saga.application.engine.LaneSettings;
import io.flowmanager.saga.application.engine.Lanes;
import io.flowmanager.saga.application.engine.ProcessBatch;
import io.flowmanager.saga.application.engine.SagaCache;
import io.flowmanager.saga.application.engine.TransactionsBy;
import io.flowmanager.saga.application.flow.Flow;
import io.flowmanager.saga.application.flow.FlowCatalog;
import io.flowmanager.saga.application.store.Answer;
import io.flowmanager.saga.application.store.SagaChange;
import io.flowmanager.saga.application.store.SagaStore;
import io.flowmanager.saga.application.store.StoreUnavailableException;
import io.flowmanager.saga.domain.Event;
import io.flowmanager.saga.domain.EventId;
import io.flowmanager.saga.domain.NewSaga;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.testing.ConcurrentRunner;
import io.flowmanager.testing.DaemonThreads;
import io.flowmanager.testing.TestSettings;
import io.flowmanager.testing.server.PostgresLog;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Two nodes that share their sagas, and callers that repeat themselves: PostgreSQL has no
 * complaint.
 */
class NormalOperationOnPostgresTest {

  private static final Duration BOUND = Duration.ofSeconds(60);
  private static final int CALLERS = 8;
  private static final int SAGAS = 40;
  private static final int ROUNDS = 10;

  private final JpaStore store = TestStores.postgres();
  private final Flow flow =
      aFlow()
          .with(aState("one").on("next", "two").sends("payments", "pay"))
          .with(aState("two").on("next", "one"))
          .build();
  private final FlowCatalog flows = new FlowCatalog(List.of(flow), Optional.empty());
  private final SagaCache memory = new SagaCache(Clock.systemUTC(), 1_000_000);
  private final List<Lanes> nodes =
      List.of(node(memory), node(new SagaCache(Clock.systemUTC(), 1_000_000)));
  private final ConcurrentMap<String, Answer> answers = new ConcurrentHashMap<>();

  private Lanes node(SagaCache cache) {
    var context = new BatchContext(flows, TestSettings.RELAY, Clock.systemUTC());
    var transactions =
        new TransactionsBy(
            batch ->
                store.ask(
                    session ->
                        new BatchTransactions(context, session.sagas(), session.inbox())
                            .handle(batch)));
    var batches = new ProcessBatch(transactions, store.sagas(), cache, context);
    var work = new BatchExecutor(batches, List.of(), Runnable::run, TestSettings.realRetries());
    var lanes = new Lanes(new LaneSettings(1, 1_000, 100), work);
    lanes.start(new DaemonThreads());
    return lanes;
  }

  @AfterEach
  void stop() {
    nodes.forEach(node -> node.stop(BOUND));
    store.close();
  }

  @Test
  void repeatsAndOvertakenStepsOfTwoNodesAreNoErrorsOfTheDatabase() {
    try (ConcurrentRunner callers = ConcurrentRunner.of(CALLERS, this::call)) {
      callers.join(BOUND);
    }
    assertThat(answers).hasSize(SAGAS * (1 + ROUNDS));
    takeTurns(SAGAS, SAGAS + 1);

    assertThat(new PostgresLog(store.database()).errors()).isEmpty();
    assertThat(memory.hits()).isPositive();
    assertThat(memory.misses()).isPositive();
  }

  /** The first node has one saga in memory, which the other one moves meanwhile, and one not. */
  private void takeTurns(int saga, int sagaOfTheOther) {
    Lanes one = nodes.get(0);
    Lanes other = nodes.get(1);
    await(List.of(ask(one, "key" + saga, start(0, "key" + saga), "start" + saga)));
    await(List.of(ask(one, "s" + saga, event(saga, 0), saga + "/0")));
    await(List.of(ask(other, "s" + saga, event(saga, 1), saga + "/1")));
    await(List.of(ask(one, "s" + saga, event(saga, 2), saga + "/2")));
    String key = "key" + sagaOfTheOther;
    await(List.of(ask(other, key, start(1, key), "start" + sagaOfTheOther)));
    await(List.of(ask(one, "s" + sagaOfTheOther, event(sagaOfTheOther, 0), sagaOfTheOther + "/0")));
  }

  @Test
  void aKeyThatHasStartedASagaIsNoErrorOfTheDatabase() {
    SagaStore sagas = store.sagas();
    sagas.commitIfCurrent(List.of(created(aSaga()).startedWith("key").build()));
    SagaChange repeat = created(aSaga().withId("saga-2")).startedWith("key").build();

    assertThat(sagas.commitIfCurrent(List.of(repeat))).isEmpty();
    assertThat(sagas.commitIfCurrent(List.of(repeat, created(aSaga().withId("saga-3")).build())))
        .containsExactly(new SagaId("saga-3"));

    assertThat(new PostgresLog(store.database()).errors()).isEmpty();
  }

  @Test
  void aKeyThatAnotherTransactionTakesMeanwhileIsNoErrorOfTheDatabase() {
    store.run(s -> s.sagas().commit(List.of(created(aSaga()).startedWith("key").build())));
    SagaChange late = created(aSaga().withId("saga-2")).startedWith("key").build();

    assertThatThrownBy(() -> store.run(s -> s.sagas().commit(List.of(late))))
        .isInstanceOf(StoreUnavailableException.class);

    assertThat(new PostgresLog(store.database()).errors()).isEmpty();
  }

  /** Each caller starts all sagas and sends all events; only the first of each kind acts. */
  private void call(int caller) {
    Lanes node = nodes.get(caller % nodes.size());
    List<CompletableFuture<Void>> starts =
        IntStream.range(0, SAGAS)
            .mapToObj(saga -> ask(node, "key" + saga, start(caller, "key" + saga), "start" + saga))
            .toList();
    await(starts);
    for (int round = 0; round < ROUNDS; round++) {
      int number = round;
      await(
          IntStream.range(0, SAGAS)
              .mapToObj(saga -> ask(node, "s" + saga, event(saga, number), saga + "/" + number))
              .toList());
    }
  }

  private CompletableFuture<Void> ask(Lanes node, String lane, EngineRequest request, String same) {
    return node.enqueue(lane, request)
        .toCompletableFuture()
        .thenAccept(
            answer -> assertThat(answers.merge(same, answer, (a, b) -> a)).isEqualTo(answer));
  }

  private static void await(List<CompletableFuture<Void>> all) {
    CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
        .orTimeout(BOUND.toSeconds(), TimeUnit.SECONDS)
        .join();
  }

  private EngineRequest start(int caller, String key) {
    var saga = new SagaId(key + "-of-" + caller);
    var start = new NewSaga(saga, flow.name(), "order", JsonValue.EMPTY_JSON_OBJECT);
    return new EngineRequest.Start(start, Optional.of(new EventId(key)));
  }

  private EngineRequest event(int saga, int round) {
    Answer.Started started = (Answer.Started) answers.get("start" + saga);
    var id = Optional.of(new EventId("e" + round));
    return new EngineRequest.Apply(
        flow.name(), new Event(started.saga(), "next", JsonValue.EMPTY_JSON_OBJECT, id));
  }
}
