// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing.router;

import io.flowmanager.saga.application.engine.ApplyEvents;
import io.flowmanager.saga.application.engine.BatchContext;
import io.flowmanager.saga.application.engine.BatchExecutor;
import io.flowmanager.saga.application.engine.BatchResult;
import io.flowmanager.saga.application.engine.BatchTransactions;
import io.flowmanager.saga.application.engine.CheckPayloads;
import io.flowmanager.saga.application.engine.EngineRequest;
import io.flowmanager.saga.application.engine.LaneSettings;
import io.flowmanager.saga.application.engine.Lanes;
import io.flowmanager.saga.application.engine.StartSaga;
import io.flowmanager.saga.application.engine.TransactionsBy;
import io.flowmanager.saga.application.flow.Flow;
import io.flowmanager.saga.application.flow.FlowCatalog;
import io.flowmanager.saga.application.store.QuerySagas;
import io.flowmanager.saga.application.store.ReadSagas;
import io.flowmanager.saga.application.store.ReadSagas.SagaWithHistory;
import io.flowmanager.saga.application.store.StoreUnavailableException;
import io.flowmanager.saga.domain.Saga;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.FlowName;
import io.flowmanager.testing.DaemonThreads;
import io.flowmanager.testing.FlowBuilder;
import io.flowmanager.testing.SettableClock;
import io.flowmanager.testing.StateBuilder;
import io.flowmanager.testing.TestSettings;
import io.flowmanager.testing.store.MemoryStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;

/** A flow on the real engine and a store in memory: "go" moves its sagas from s0 to s1 and s2. */
public final class HostedFlow implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final MemoryStore store = new MemoryStore();
  private final Flow flow;
  private final FlowCatalog flows;
  private final Lanes lanes;
  private volatile boolean storeIsAway;
  private volatile CountDownLatch latch = new CountDownLatch(0);

  private HostedFlow(FlowBuilder builder) {
    flow =
        builder
            .with(StateBuilder.aState("s0").on("go", "s1"))
            .with(StateBuilder.aState("s1").on("go", "s2"))
            .with(StateBuilder.aState("s2").isFinal())
            .build();
    flows = new FlowCatalog(List.of(flow), Optional.empty());
    lanes =
        new Lanes(
            new LaneSettings(2, 50, 100),
            new BatchExecutor(
                new TransactionsBy(this::handle).withoutCache(),
                List.of(),
                Runnable::run,
                TestSettings.noRetries()));
    lanes.start(new DaemonThreads());
  }

  /** A flow that ignores events that a saga does not wait for. */
  public static HostedFlow lenient() {
    return new HostedFlow(FlowBuilder.aFlow());
  }

  /** A flow that refuses them. */
  public static HostedFlow strict() {
    return new HostedFlow(FlowBuilder.aFlow().refusingUnexpected());
  }

  public FlowName name() {
    return flow.name();
  }

  public FlowCatalog flows() {
    return flows;
  }

  public StartSaga startSaga() {
    return new StartSaga(flows, lanes, UUID::randomUUID);
  }

  public ApplyEvents applyEvents() {
    return new ApplyEvents(lanes, new CheckPayloads(flows, Runnable::run));
  }

  public ReadSagas readSagas() {
    return new ReadSagas(new Queries(), ForkJoinPool.commonPool());
  }

  /** The saga as it is stored. */
  public Saga saga(String id) {
    return store.ask(session -> session.sagas().find(new SagaId(id)).orElseThrow());
  }

  /** Whether the store answers nobody; at first it does answer. */
  public void storeIsAway(boolean isAway) {
    storeIsAway = isAway;
  }

  /** Nothing is answered until {@link #release}. */
  public void hang() {
    latch = new CountDownLatch(1);
  }

  public void release() {
    latch.countDown();
  }

  private BatchResult handle(List<EngineRequest> batch) {
    answering();
    return store.ask(
        session ->
            new BatchTransactions(
                    new BatchContext(flows, TestSettings.RELAY, new SettableClock()),
                    session.sagas(),
                    session.inbox())
                .handle(batch));
  }

  private void answering() {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (storeIsAway) {
      throw new StoreUnavailableException("The test's store is away.", new Exception());
    }
  }

  @Override
  public void close() {
    release();
    lanes.stop(PATIENCE);
  }

  /** Each query in a transaction of its own, as a server would have it. */
  private final class Queries extends QuerySagas {

    Queries() {
      super(null);
    }

    @Override
    public Optional<SagaWithHistory> find(SagaId id) {
      answering();
      return store.ask(session -> new QuerySagas(session.sagas()).find(id));
    }
  }
}
