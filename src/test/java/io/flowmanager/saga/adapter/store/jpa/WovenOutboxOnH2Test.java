// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import io.flowmanager.saga.application.outbox.OutboxContract;
import io.flowmanager.testing.store.TestStore;

class WovenOutboxOnH2Test extends OutboxContract {

  @Override
  protected TestStore open() {
    return WovenRows.open(TestStores.h2Database(), "sql/h2");
  }
}
