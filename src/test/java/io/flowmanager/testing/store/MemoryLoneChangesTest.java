// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing.store;

import io.flowmanager.saga.application.store.LoneChanges;
import io.flowmanager.saga.application.store.LoneChangesContract;

/** The memory store keeps the contract, so tests may stand on it. */
class MemoryLoneChangesTest extends LoneChangesContract {

  @Override
  protected TestStore open() {
    return new MemoryStore();
  }

  @Override
  protected LoneChanges changes(TestStore store) {
    return new MemoryLoneChanges((MemoryStore) store);
  }
}
