// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing.store;

import io.flowmanager.saga.application.store.SagaChange;
import io.flowmanager.saga.application.store.SagaChange.Origin;
import io.flowmanager.saga.application.store.SagaPage;
import io.flowmanager.saga.application.store.SagaQuery;
import io.flowmanager.saga.application.store.SagaStore;
import io.flowmanager.saga.application.store.StoreUnavailableException;
import io.flowmanager.saga.domain.FlowVersion;
import io.flowmanager.saga.domain.HistoryEntry;
import io.flowmanager.saga.domain.Saga;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.testkit.store.MemoryStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The memory store outside of transactions: each call is one of its own. */
public record AutoCommittingStore(MemoryStore store) implements SagaStore {

  @Override
  public Loaded load(Wanted wanted) {
    throw new IllegalStateException("What is loaded is locked, which takes a transaction.");
  }

  @Override
  public void commit(List<SagaChange> changes) {
    throw new IllegalStateException("A commit takes the transaction that has loaded its sagas.");
  }

  @Override
  public Map<SagaId, Long> latestPending(Set<SagaId> sagas) {
    return store.ask(session -> session.sagas().latestPending(sagas));
  }

  @Override
  public Optional<Saga> find(SagaId id) {
    return store.ask(session -> session.sagas().find(id));
  }

  @Override
  public List<HistoryEntry> history(SagaId id) {
    return store.ask(session -> session.sagas().history(id));
  }

  @Override
  public SagaPage list(SagaQuery query) {
    return store.ask(session -> session.sagas().list(query));
  }

  @Override
  public boolean canCommitIfCurrent() {
    return true;
  }

  @Override
  public Set<SagaId> commitIfCurrent(List<SagaChange> changes) {
    return changes.stream()
        .filter(this::isStored)
        .map(step -> step.saga().id())
        .collect(Collectors.toSet());
  }

  private boolean isStored(SagaChange step) {
    try {
      store.run(
          session -> {
            check(session.sagas(), step);
            session.sagas().commit(List.of(step));
          });
      return true;
    } catch (StoreUnavailableException overtaken) {
      return false;
    }
  }

  private static void check(SagaStore sagas, SagaChange step) {
    if (step.origin() instanceof Origin.Moved moved
        && !sagas
            .find(step.saga().id())
            .map(Standing::of)
            .equals(Optional.of(Standing.of(moved.before())))) {
      throw new StoreUnavailableException("it stands elsewhere", null);
    }
  }

  /** What a step compares. */
  private record Standing(long sequence, FlowVersion version, Instant time) {

    static Standing of(Saga saga) {
      return new Standing(saga.sequence(), saga.flowVersion(), saga.updatedAt());
    }
  }
}
