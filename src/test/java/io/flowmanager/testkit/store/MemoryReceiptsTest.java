// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testkit.store;

import io.flowmanager.saga.application.store.ReceiptContract;
import io.flowmanager.testing.store.MemoryTestStore;
import io.flowmanager.testing.store.TestStore;

/** The memory store keeps the contract, so tests may stand on it. */
class MemoryReceiptsTest extends ReceiptContract {

  @Override
  protected TestStore open() {
    return MemoryTestStore.empty();
  }
}
