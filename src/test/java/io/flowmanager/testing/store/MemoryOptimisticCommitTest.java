// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing.store;

import io.flowmanager.saga.application.store.OptimisticCommitContract;

/** The memory store keeps the contract, so tests may stand on it. */
class MemoryOptimisticCommitTest extends OptimisticCommitContract {

  @Override
  protected TestStore open() {
    return new MemoryStore();
  }
}
