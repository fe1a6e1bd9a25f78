// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing.store;

import io.flowmanager.saga.application.LoneChanges;
import io.flowmanager.saga.application.SagaChange;
import io.flowmanager.saga.application.StoreUnavailableException;
import io.flowmanager.saga.domain.SagaId;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** Each call is a transaction of the memory store. */
public record MemoryLoneChanges(MemoryStore store) implements LoneChanges {

  @Override
  public boolean arePossible() {
    return true;
  }

  @Override
  public OptionalLong latestPending(SagaId saga) {
    Map<SagaId, Long> latest = store.ask(session -> session.sagas().latestPending(Set.of(saga)));
    return latest.containsKey(saga) ? OptionalLong.of(latest.get(saga)) : OptionalLong.empty();
  }

  @Override
  public boolean store(SagaChange change) {
    try {
      store.run(session -> session.sagas().commit(List.of(change)));
      return true;
    } catch (StoreUnavailableException overtaken) {
      return false;
    }
  }
}
