// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.store;

import io.flowmanager.saga.application.store.SagaStore.Loaded;
import io.flowmanager.saga.application.store.SagaStore.Wanted;
import io.flowmanager.saga.domain.EventId;
import io.flowmanager.saga.domain.HistoryEntry;
import io.flowmanager.saga.domain.Saga;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.FlowName;
import io.flowmanager.testing.ChangeBuilder;
import io.flowmanager.testing.SettableClock;
import io.flowmanager.testing.store.TestStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What the contracts of a store have in common: an empty store for each test, and ways to it. */
@TestInstance(Lifecycle.PER_CLASS)
public abstract class StoreContract {

  public static final Instant NOW = SettableClock.START;
  public static final Instant LEASED = NOW.plusSeconds(15);
  static final SagaId SAGA = new SagaId("saga-1");
  static final SagaId OTHER = new SagaId("saga-2");

  private TestStore store;

  /** A store with nothing in it. */
  protected abstract TestStore open();

  protected final TestStore store() {
    return store;
  }

  @BeforeAll
  protected void openStore() {
    store = open();
  }

  @AfterAll
  protected void closeStore() {
    store.close();
  }

  @BeforeEach
  protected void forgetAll() {
    store.clear();
  }

  protected static Wanted wanted(Set<SagaId> sagas) {
    return new Wanted(sagas, Map.of(), Set.of());
  }

  protected static StartKey startKey(String key) {
    return new StartKey(new FlowName("order"), new EventId(key));
  }

  protected static Receipt receipt(String event) {
    return receipt(event, new Answer.Ignored(SAGA, "created"));
  }

  protected static Receipt receipt(String event, Answer answer) {
    return new Receipt(SAGA, new EventId(event), answer, NOW);
  }

  protected final void commit(ChangeBuilder... changes) {
    List<SagaChange> built = List.of(changes).stream().map(ChangeBuilder::build).toList();
    store.run(session -> session.sagas().commit(built));
  }

  protected final Optional<Saga> find(SagaId id) {
    return store.ask(session -> session.sagas().find(id));
  }

  protected final List<HistoryEntry> history(SagaId id) {
    return store.ask(session -> session.sagas().history(id));
  }

  protected final Loaded load(Map<SagaId, Set<EventId>> events, Set<StartKey> starts) {
    return store.ask(session -> session.sagas().load(new Wanted(events.keySet(), events, starts)));
  }
}
