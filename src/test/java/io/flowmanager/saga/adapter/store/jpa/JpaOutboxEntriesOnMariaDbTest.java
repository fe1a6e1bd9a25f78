// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import io.flowmanager.testing.SettableClock;

class JpaOutboxEntriesOnMariaDbTest extends JpaOutboxEntriesContract {

  @Override
  OutboxTables open() {
    return OutboxTables.onMariaDb(new SettableClock());
  }
}
