// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import io.flowmanager.saga.adapter.store.jpa.JpaStore.JpaSession;
import io.flowmanager.saga.application.document.DocumentTransactionsContract;
import io.flowmanager.saga.application.store.SagaDocuments;
import io.flowmanager.testing.store.TestStore;

class JpaSagaDocumentsOnMariaDbTest extends DocumentTransactionsContract {

  @Override
  protected TestStore open() {
    return TestStores.mariaDb();
  }

  @Override
  protected SagaDocuments documents(TestStore.Session session) {
    return ((JpaSession) session).documents();
  }
}
