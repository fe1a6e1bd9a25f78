// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing.store;

import io.flowmanager.saga.application.store.SagaStore;
import io.flowmanager.testkit.store.MemoryStore;

/** The memory store under the contracts of the ports. */
public record MemoryTestStore(MemoryStore store, Runnable emptying) implements TestStore {

  public static MemoryTestStore empty() {
    var store = new MemoryStore();
    return new MemoryTestStore(store, store.failover());
  }

  @Override
  public Session begin() {
    return store.begin();
  }

  @Override
  public SagaStore sagas() {
    return new AutoCommittingStore(store);
  }

  @Override
  public void clear() {
    emptying.run();
  }

  @Override
  public void close() {
    clear();
  }
}
