// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

class JpaIntentsOnMariaDbTest extends IntentContracts {

  @Override
  JpaStore database() {
    return TestStores.mariaDb();
  }
}
