// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import io.flowmanager.testing.SettableClock;

class JpaOutboxEntriesOnH2Test extends JpaOutboxEntriesContract {

  @Override
  OutboxTables open() {
    return OutboxTables.onH2(new SettableClock());
  }
}
