// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.engine;

import io.flowmanager.saga.application.flow.Flow;
import io.flowmanager.saga.application.flow.FlowCatalog;
import io.flowmanager.saga.application.outbox.Backlog;
import io.flowmanager.saga.application.outbox.BlockedCommandTransactions;
import io.flowmanager.saga.application.outbox.OutboxTransactions;
import io.flowmanager.saga.application.outbox.OutboxUpdate;
import io.flowmanager.saga.application.store.Answer;
import io.flowmanager.saga.application.store.CommitInDoubtException;
import io.flowmanager.saga.application.store.PendingCommand;
import io.flowmanager.saga.application.store.QuerySagas;
import io.flowmanager.saga.application.store.ReadSagas.SagaWithHistory;
import io.flowmanager.saga.application.store.SagaChange;
import io.flowmanager.saga.application.store.SagaPage;
import io.flowmanager.saga.application.store.SagaQuery;
import io.flowmanager.saga.application.store.SagaStore;
import io.flowmanager.saga.domain.Event;
import io.flowmanager.saga.domain.EventId;
import io.flowmanager.saga.domain.HistoryEntry;
import io.flowmanager.saga.domain.NewSaga;
import io.flowmanager.saga.domain.Saga;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.testing.JsonTexts;
import io.flowmanager.testing.SettableClock;
import io.flowmanager.testing.TestSettings;
import io.flowmanager.testing.store.MemoryStore;
import io.flowmanager.testing.store.TestStore;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The engine without lanes: batches are what a test makes them. */
public final class EngineFixture {

  public final SettableClock clock = new SettableClock();
  public final MemoryStore store;
  private final FlowCatalog flows;
  private final Flow first;
  private int transactions;
  private int overtaken;
  private int alone;
  private int together;
  private boolean breaksOff;

  public EngineFixture(Flow... flows) {
    this.store = new MemoryStore();
    this.flows = new FlowCatalog(List.of(flows), Optional.empty());
    this.first = flows[0];
  }

  private EngineFixture(MemoryStore store, Flow flow) {
    this.store = store;
    this.flows = new FlowCatalog(List.of(flow), Optional.empty());
    this.first = flow;
  }

  /** The same store under another flow file, as after a restart. */
  public EngineFixture under(Flow flow) {
    return new EngineFixture(store, flow);
  }

  /** Handles all of it in one transaction. */
  public BatchResult handle(List<EngineRequest> batch) {
    return store.ask(session -> handle(session, batch));
  }

  /** A node on the same store; what it does in transactions is counted. */
  EngineNode node() {
    return node(new SagaCache(clock, 1_000_000), this::counted);
  }

  /** A node with that cache and those transactions. */
  EngineNode node(SagaCache cache, Function<List<EngineRequest>, BatchResult> transaction) {
    return new EngineNode(
        new ProcessBatch(
            new TransactionsBy(transaction), new CountedCommits(store.sagas()), cache, context()));
  }

  private BatchContext context() {
    return new BatchContext(flows, TestSettings.RELAY, clock);
  }

  BatchResult counted(List<EngineRequest> batch) {
    transactions++;
    return handle(batch);
  }

  int transactions() {
    return transactions;
  }

  /** How many steps went without a transaction. */
  int alone() {
    return alone;
  }

  /** How often steps of more than one saga went together without a transaction. */
  int together() {
    return together;
  }

  /** The next step that goes without a transaction is stored, and nobody hears of it. */
  void breakOffNext() {
    breaksOff = true;
  }

  /** How many outdated sagas nodes had in mind. */
  int overtaken() {
    return overtaken;
  }

  public BatchResult handle(EngineRequest... batch) {
    return handle(List.of(batch));
  }

  private BatchResult handle(TestStore.Session session, List<EngineRequest> batch) {
    return new BatchTransactions(context(), session.sagas(), session.inbox()).handle(batch);
  }

  /** The only answer to a batch of one. */
  Answer ask(EngineRequest request) {
    return handle(request).answers().get(0);
  }

  public List<PendingCommand> keep(List<OutboxUpdate> work) {
    return store.ask(
        session ->
            new OutboxTransactions(session.outbox(), TestSettings.RELAY, clock).handle(work));
  }

  public EngineRequest start(String saga) {
    return new EngineRequest.Start(newSaga(saga), Optional.empty());
  }

  public EngineRequest start(String saga, String key) {
    return new EngineRequest.Start(newSaga(saga), Optional.of(new EventId(key)));
  }

  private NewSaga newSaga(String saga) {
    return new NewSaga(
        new SagaId(saga), first.name(), "order-1", JsonTexts.object("{\"total\": 10}"));
  }

  public EngineRequest event(String saga, String label) {
    return event(saga, label, JsonValue.EMPTY_JSON_OBJECT, Optional.empty());
  }

  public EngineRequest event(String saga, String label, String id) {
    return event(saga, label, JsonValue.EMPTY_JSON_OBJECT, Optional.of(new EventId(id)));
  }

  public EngineRequest event(String saga, String label, JsonValue payload, Optional<EventId> id) {
    return new EngineRequest.Apply(first.name(), new Event(new SagaId(saga), label, payload, id));
  }

  /** The flows that this engine plays. */
  public FlowCatalog flows() {
    return flows;
  }

  public Optional<SagaWithHistory> read(SagaId id) {
    return store.ask(session -> new QuerySagas(session.sagas()).find(id));
  }

  /** As at the start of a server. */
  public void unblockOfOtherVersions() {
    store.run(
        session ->
            new BlockedCommandTransactions(session.blocked(), flows, clock)
                .unblockOfOtherVersions());
  }

  /** As an operator does it. */
  public void unblock() {
    store.run(
        session ->
            new BlockedCommandTransactions(session.blocked(), flows, clock).unblock(first.name()));
  }

  public Saga saga(String id) {
    return store.<Saga>ask(session -> session.sagas().find(new SagaId(id)).orElseThrow());
  }

  List<HistoryEntry> history(String id) {
    return store.ask(session -> session.sagas().history(new SagaId(id)));
  }

  public long pending() {
    return store.ask(session -> session.outbox().backlogs()).stream()
        .mapToLong(Backlog::commands)
        .sum();
  }

  private final class CountedCommits implements SagaStore {

    private final SagaStore store;

    CountedCommits(SagaStore store) {
      this.store = store;
    }

    @Override
    public Set<SagaId> commitIfCurrent(List<SagaChange> steps) {
      Set<SagaId> stored = store.commitIfCurrent(steps);
      overtaken += steps.size() - stored.size();
      alone += stored.size();
      together += stored.size() > 1 ? 1 : 0;
      if (breaksOff) {
        breaksOff = false;
        throw new CommitInDoubtException("no answer", null);
      }
      return stored;
    }

    @Override
    public boolean canCommitIfCurrent() {
      return store.canCommitIfCurrent();
    }

    @Override
    public Map<SagaId, Long> latestPending(Set<SagaId> sagas) {
      return store.latestPending(sagas);
    }

    @Override
    public Loaded load(Wanted wanted) {
      return store.load(wanted);
    }

    @Override
    public void commit(List<SagaChange> changes) {
      store.commit(changes);
    }

    @Override
    public Optional<Saga> find(SagaId id) {
      return store.find(id);
    }

    @Override
    public List<HistoryEntry> history(SagaId id) {
      return store.history(id);
    }

    @Override
    public SagaPage list(SagaQuery query) {
      return store.list(query);
    }
  }
}
