// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import io.flowmanager.saga.application.outbox.BlockedCommandsContract;
import io.flowmanager.testing.store.TestStore;

class JpaBlockedCommandsOnMariaDbTest extends BlockedCommandsContract {

  @Override
  protected TestStore open() {
    return TestStores.mariaDb();
  }
}
