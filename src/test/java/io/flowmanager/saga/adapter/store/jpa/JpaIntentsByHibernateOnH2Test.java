// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import io.flowmanager.testing.store.JpaProvider;

class JpaIntentsByHibernateOnH2Test extends IntentContracts {

  @Override
  JpaStore database() {
    return TestStores.h2(JpaProvider.HIBERNATE);
  }
}
