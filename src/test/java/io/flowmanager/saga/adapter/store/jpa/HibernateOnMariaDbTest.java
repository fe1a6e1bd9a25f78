// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import io.flowmanager.testing.store.JpaProvider;

/** WildFly's provider keeps the promises of the store on MariaDB. */
class HibernateOnMariaDbTest extends HibernateContracts {

  @Override
  JpaStore hibernate() {
    return TestStores.mariaDb(JpaProvider.HIBERNATE);
  }
}
