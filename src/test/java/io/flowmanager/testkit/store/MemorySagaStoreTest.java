// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testkit.store;

import io.flowmanager.saga.application.store.SagaStoreContract;
import io.flowmanager.testing.store.MemoryTestStore;
import io.flowmanager.testing.store.TestStore;

/** The memory store keeps the contract, so tests may stand on it. */
class MemorySagaStoreTest extends SagaStoreContract {

  @Override
  protected TestStore open() {
    return MemoryTestStore.empty();
  }
}
