// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing.store;

import io.flowmanager.saga.application.LoneChanges;
import io.flowmanager.saga.application.SagaChange;
import io.flowmanager.saga.application.StoreUnavailableException;
import io.flowmanager.saga.domain.SagaId;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
  public boolean store(List<SagaChange> steps) {
    try {
      store.run(session -> session.sagas().commit(steps));
      return true;
    } catch (StoreUnavailableException overtaken) {
      return false;
    }
  }
}
