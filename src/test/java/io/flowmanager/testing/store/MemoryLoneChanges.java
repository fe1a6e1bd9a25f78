// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing.store;

import io.flowmanager.saga.application.store.LoneChanges;
import io.flowmanager.saga.application.store.SagaChange;
import io.flowmanager.saga.application.store.SagaChange.Origin;
import io.flowmanager.saga.application.store.SagaStore;
import io.flowmanager.saga.application.store.StoreUnavailableException;
import io.flowmanager.saga.domain.FlowVersion;
import io.flowmanager.saga.domain.Saga;
import io.flowmanager.saga.domain.SagaId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Each call is a transaction of the memory store. */
public record MemoryLoneChanges(MemoryStore store) implements LoneChanges {

  @Override
  public boolean arePossible() {
    return true;
  }

  @Override
  public Map<SagaId, Long> latestPending(Set<SagaId> sagas) {
    return store.ask(session -> session.sagas().latestPending(sagas));
  }

  @Override
  public Set<SagaId> store(List<SagaChange> steps) {
    return steps.stream()
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
