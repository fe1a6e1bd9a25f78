// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing.store;

import io.flowmanager.saga.application.store.ReceiptContract;

/** The memory store keeps the contract, so tests may stand on it. */
class MemoryReceiptsTest extends ReceiptContract {

  @Override
  protected TestStore open() {
    return new MemoryStore();
  }
}
