// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing.store;

import io.flowmanager.saga.application.inbox.InboxContract;

class MemoryInboxTest extends InboxContract {

  @Override
  protected TestStore open() {
    return new MemoryStore();
  }
}
