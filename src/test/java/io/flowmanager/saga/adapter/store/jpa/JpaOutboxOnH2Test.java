// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import io.flowmanager.saga.application.outbox.OutboxContract;
import io.flowmanager.testing.store.TestStore;

class JpaOutboxOnH2Test extends OutboxContract {

  @Override
  protected TestStore open() {
    return TestStores.h2();
  }
}
