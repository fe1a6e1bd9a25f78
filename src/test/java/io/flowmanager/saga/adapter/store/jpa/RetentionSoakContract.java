// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import static io.flowmanager.testing.FlowBuilder.aFlow;
import static io.flowmanager.testing.StateBuilder.aState;
import static org.assertj.core.api.Assertions.assertThat;

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
import io.flowmanager.saga.application.retention.RetentionPace;
import io.flowmanager.saga.application.store.Answer;
import io.flowmanager.saga.domain.Event;
import io.flowmanager.saga.domain.EventId;
import io.flowmanager.saga.domain.NewSaga;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.RetentionSettings.Ending;
import io.flowmanager.testing.ConcurrentRunner;
import io.flowmanager.testing.DaemonThreads;
import io.flowmanager.testing.TestSettings;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** As many sagas end as begin, while two nodes handle events and delete: the tables do not grow. */
abstract class RetentionSoakContract {

  private static final Duration BOUND = Duration.ofSeconds(60);
  private static final Duration AFTER = Duration.ofMinutes(1);
  private static final Duration WINDOW = Duration.ofSeconds(20);
  private static final Duration TICK = Duration.ofMillis(5);
  private static final RetentionPace PACE = new RetentionPace(TICK, AFTER);
  private static final List<String> TABLES =
      List.of("saga", "saga_history", "event_receipt", "start_request", "retention_left_behind");
  private static final int WINDOWS = 14;
  private static final int CALLERS = 4;
  private static final int SAGAS_OF_A_CALLER = 60;

  /** The saga, two entries of its history, a receipt and a start key. */
  private static final int ROWS_OF_A_SAGA = 5;

  private static final int ROWS_OF_A_WINDOW = CALLERS * SAGAS_OF_A_CALLER * ROWS_OF_A_SAGA;

  /** Sagas go within 68 s, and windows begin every 20 s. */
  private static final int WINDOWS_KEPT = 4;

  private final Flow flow =
      aFlow()
          .with(aState("one").on("next", "done"))
          .with(aState("done").isFinal())
          .keepingFor(AFTER, Ending.DELETE)
          .build();
  private final AtomicInteger numbers = new AtomicInteger();
  private JpaStore store;
  private RetentionFixture fixture;
  private List<Lanes> nodes;

  abstract JpaStore open();

  @BeforeEach
  void start() {
    store = open();
    fixture = new RetentionFixture(store);
    nodes = List.of(lanes(), lanes());
  }

  @AfterEach
  void stop() {
    nodes.forEach(node -> node.stop(BOUND));
    store.close();
  }

  private Lanes lanes() {
    var context =
        new BatchContext(
            new FlowCatalog(List.of(flow), Optional.empty()), TestSettings.RELAY, fixture.clock);
    var transactions =
        new TransactionsBy(
            batch ->
                store.ask(
                    session ->
                        new BatchTransactions(context, session.sagas(), session.inbox())
                            .handle(batch)));
    var batches =
        new ProcessBatch(
            transactions, store.sagas(), new SagaCache(fixture.clock, 1_000_000), context);
    var work = new BatchExecutor(batches, List.of(), Runnable::run, TestSettings.realRetries());
    var lanes = new Lanes(new LaneSettings(1, 1_000, 100), work);
    lanes.start(new DaemonThreads());
    return lanes;
  }

  @Test
  void tablesStayFlatAndEventsAreNotDisturbed() {
    var retention = new RetentionNode(store, fixture.clock, PACE, Optional.empty(), flow);
    List<Integer> rows = new ArrayList<>();
    for (int window = 0; window < WINDOWS; window++) {
      play(retention);
      fixture.clock.advance(WINDOW);
      retention.round();
      rows.add(rows());
    }

    assertThat(retention.meter.allDeleted()).isPositive();
    assertThat(rows).allMatch(count -> count <= WINDOWS_KEPT * ROWS_OF_A_WINDOW);
    assertThat(rows.get(WINDOWS - 1)).isPositive();
  }

  @Test
  void eventForADeletedSagaFindsNoSaga() {
    var retention = new RetentionNode(store, fixture.clock, Optional.empty(), flow);
    var id = new SagaId(RetentionFixture.id(fixture.clock.instant(), 1));
    var saga = new NewSaga(id, flow.name(), "entity", JsonValue.EMPTY_JSON_OBJECT);
    ask(0, "key", new EngineRequest.Start(saga, Optional.empty()));
    ask(0, id.value(), next(id, Optional.empty()));
    fixture.clock.advance(AFTER.multipliedBy(2));
    retention.round();

    assertThat(ask(0, id.value(), next(id, Optional.empty())))
        .isEqualTo(new Answer.UnknownSaga(id));
    assertThat(fixture.sagas()).isEmpty();
  }

  private EngineRequest next(SagaId id, Optional<EventId> key) {
    return new EngineRequest.Apply(
        flow.name(), new Event(id, "next", JsonValue.EMPTY_JSON_OBJECT, key));
  }

  /** Callers start and end sagas on both nodes, while finished ones are deleted. */
  private void play(RetentionNode retention) {
    var isPlayed = new AtomicBoolean();
    try (ConcurrentRunner deleting =
            ConcurrentRunner.of(
                1,
                any -> {
                  while (!isPlayed.get()) {
                    retention.step();
                    fixture.clock.advance(TICK);
                  }
                });
        ConcurrentRunner callers = ConcurrentRunner.of(CALLERS, this::call)) {
      callers.join(BOUND);
      isPlayed.set(true);
      deleting.join(BOUND);
    }
  }

  private void call(int caller) {
    for (int i = 0; i < SAGAS_OF_A_CALLER; i++) {
      int number = numbers.incrementAndGet();
      var id = new SagaId(RetentionFixture.id(fixture.clock.instant(), number));
      var key = new EventId("key-" + number);
      var saga = new NewSaga(id, flow.name(), "entity", JsonValue.EMPTY_JSON_OBJECT);
      ask(caller, key.value(), new EngineRequest.Start(saga, Optional.of(key)));
      Answer answer = ask(caller + i, id.value(), next(id, Optional.of(key)));
      assertThat(answer).isInstanceOf(Answer.Transitioned.class);
    }
  }

  private Answer ask(int node, String key, EngineRequest request) {
    return nodes.get(node % nodes.size()).enqueue(key, request).toCompletableFuture().join();
  }

  private int rows() {
    return TABLES.stream().mapToInt(table -> fixture.count(table)).sum();
  }
}
