// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing.store;

import io.flowmanager.saga.application.store.SagaListingContract;

/** The memory store keeps the contract, so tests may stand on it. */
class MemorySagaListingTest extends SagaListingContract {

  @Override
  protected TestStore open() {
    return new MemoryStore();
  }
}
