// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import io.flowmanager.saga.application.inbox.InboxContract;
import io.flowmanager.testing.store.TestStore;

class JpaInboxOnMariaDbTest extends InboxContract {

  @Override
  protected TestStore open() {
    return TestStores.mariaDb();
  }
}
