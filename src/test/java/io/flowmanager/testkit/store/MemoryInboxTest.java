// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testkit.store;

import io.flowmanager.saga.application.inbox.InboxContract;
import io.flowmanager.testing.store.MemoryTestStore;
import io.flowmanager.testing.store.TestStore;

class MemoryInboxTest extends InboxContract {

  @Override
  protected TestStore open() {
    return MemoryTestStore.empty();
  }
}
