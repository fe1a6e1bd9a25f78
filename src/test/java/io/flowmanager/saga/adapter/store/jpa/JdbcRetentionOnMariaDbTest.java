// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

class JdbcRetentionOnMariaDbTest extends RetentionContract {

  @Override
  JpaStore open() {
    return TestStores.mariaDb();
  }
}
