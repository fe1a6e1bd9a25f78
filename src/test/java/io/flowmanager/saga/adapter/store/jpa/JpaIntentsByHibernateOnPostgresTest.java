// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import io.flowmanager.testing.store.JpaProvider;

class JpaIntentsByHibernateOnPostgresTest extends IntentContracts {

  @Override
  JpaStore database() {
    return TestStores.postgres(JpaProvider.HIBERNATE);
  }
}
