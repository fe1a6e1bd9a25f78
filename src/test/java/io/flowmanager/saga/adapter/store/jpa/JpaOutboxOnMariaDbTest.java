// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import io.flowmanager.saga.application.outbox.OutboxContract;
import io.flowmanager.testing.store.TestStore;

class JpaOutboxOnMariaDbTest extends OutboxContract {

  @Override
  protected TestStore open() {
    return TestStores.mariaDb();
  }
}
