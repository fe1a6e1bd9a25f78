// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application;

import io.flowmanager.saga.application.ReadSagas.SagaWithHistory;
import io.flowmanager.saga.domain.Event;
import io.flowmanager.saga.domain.EventId;
import io.flowmanager.saga.domain.HistoryEntry;
import io.flowmanager.saga.domain.NewSaga;
import io.flowmanager.saga.domain.Saga;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.testing.JsonTexts;
import io.flowmanager.testing.SettableClock;
import io.flowmanager.testing.TestSettings;
import io.flowmanager.testing.store.MemoryLoneChanges;
import io.flowmanager.testing.store.MemoryStore;
import io.flowmanager.testing.store.TestStore;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The engine without lanes: batches are what a test makes them. */
final class EngineBench {

  final SettableClock clock = new SettableClock();
  final MemoryStore store;
  private final FlowCatalog flows;
  private final Flow first;
  private int transactions;
  private int overtaken;
  private int alone;
  private int together;
  private boolean breaksOff;

  EngineBench(Flow... flows) {
    this.store = new MemoryStore();
    this.flows = new FlowCatalog(List.of(flows), Optional.empty());
    this.first = flows[0];
  }

  private EngineBench(MemoryStore store, Flow flow) {
    this.store = store;
    this.flows = new FlowCatalog(List.of(flow), Optional.empty());
    this.first = flow;
  }

  /** The same store under another flow file, as after a restart. */
  EngineBench under(Flow flow) {
    return new EngineBench(store, flow);
  }

  /** Handles all of it in one transaction. */
  BatchResult handle(List<Intake> batch) {
    return store.ask(session -> handle(session, batch));
  }

  /** A node on the same store; what it does in transactions is counted. */
  EngineNode node() {
    var recent = new RecentSagas(clock, 1_000_000);
    var context = new BatchContext(flows, TestSettings.RELAY, clock);
    return new EngineNode(new HandleIntakes(this::counted, new CountedChanges(), recent, context));
  }

  private BatchResult counted(List<Intake> batch) {
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

  BatchResult handle(Intake... batch) {
    return handle(List.of(batch));
  }

  private BatchResult handle(TestStore.Session session, List<Intake> batch) {
    return new HandleBatch(flows, session.sagas(), session.inbox(), TestSettings.RELAY, clock)
        .handle(batch);
  }

  /** The only answer to a batch of one. */
  Answer ask(Intake intake) {
    return handle(intake).answers().get(0);
  }

  List<PendingCommand> keep(List<OutboxWork> work) {
    return store.ask(
        session -> new KeepOutbox(session.outbox(), TestSettings.RELAY, clock).handle(work));
  }

  Intake start(String saga) {
    return new Intake.Start(newSaga(saga), Optional.empty());
  }

  Intake start(String saga, String key) {
    return new Intake.Start(newSaga(saga), Optional.of(new EventId(key)));
  }

  private NewSaga newSaga(String saga) {
    return new NewSaga(
        new SagaId(saga), first.name(), "order-1", JsonTexts.object("{\"total\": 10}"));
  }

  Intake event(String saga, String label) {
    return event(saga, label, JsonValue.EMPTY_JSON_OBJECT, Optional.empty());
  }

  Intake event(String saga, String label, String id) {
    return event(saga, label, JsonValue.EMPTY_JSON_OBJECT, Optional.of(new EventId(id)));
  }

  Intake event(String saga, String label, JsonValue payload, Optional<EventId> id) {
    return new Intake.Apply(first.name(), new Event(new SagaId(saga), label, payload, id));
  }

  /** The flows that this engine plays. */
  FlowCatalog flows() {
    return flows;
  }

  Optional<SagaWithHistory> read(SagaId id) {
    return store.ask(session -> new QuerySagas(session.sagas()).find(id));
  }

  /** As at the start of a server. */
  void letGoOfOthers() {
    store.run(session -> new KeepBlocked(session.blocked(), flows, clock).letGoOfOthers());
  }

  /** As an operator does it. */
  void letGo() {
    store.run(session -> new KeepBlocked(session.blocked(), flows, clock).letGo(first.name()));
  }

  Saga saga(String id) {
    return store.<Saga>ask(session -> session.sagas().find(new SagaId(id)).orElseThrow());
  }

  List<HistoryEntry> history(String id) {
    return store.ask(session -> session.sagas().history(new SagaId(id)));
  }

  long pending() {
    return store.ask(session -> session.outbox().backlogs()).stream()
        .mapToLong(Backlog::commands)
        .sum();
  }

  private final class CountedChanges implements LoneChanges {

    private final LoneChanges changes = new MemoryLoneChanges(store);

    @Override
    public boolean arePossible() {
      return changes.arePossible();
    }

    @Override
    public Map<SagaId, Long> latestPending(Set<SagaId> sagas) {
      return changes.latestPending(sagas);
    }

    @Override
    public Set<SagaId> store(List<SagaChange> steps) {
      Set<SagaId> stored = changes.store(steps);
      overtaken += steps.size() - stored.size();
      alone += stored.size();
      together += stored.size() > 1 ? 1 : 0;
      if (breaksOff) {
        breaksOff = false;
        throw new CommitInDoubtException("no answer", null);
      }
      return stored;
    }
  }
}
