// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import io.flowmanager.testing.store.JpaProvider;

/** WildFly's provider keeps the promises of the store on H2. */
class HibernateOnH2Test extends HibernateContracts {

  @Override
  JpaStore hibernate() {
    return TestStores.h2(JpaProvider.HIBERNATE);
  }
}
