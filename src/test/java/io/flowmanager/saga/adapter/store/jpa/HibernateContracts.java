// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import io.flowmanager.saga.adapter.store.jpa.JpaStore.JpaSession;
import io.flowmanager.saga.application.document.DocumentTransactionsContract;
import io.flowmanager.saga.application.inbox.InboxContract;
import io.flowmanager.saga.application.outbox.BlockedCommandsContract;
import io.flowmanager.saga.application.outbox.OutboxContract;
import io.flowmanager.saga.application.store.ReceiptContract;
import io.flowmanager.saga.application.store.SagaDocuments;
import io.flowmanager.saga.application.store.SagaListingContract;
import io.flowmanager.saga.application.store.SagaStoreContract;
import io.flowmanager.testing.store.TestStore;
import org.junit.jupiter.api.Nested;

/** WildFly's provider keeps the promises of the store, whichever database is behind it. */
abstract class HibernateContracts {

  /** A store with nothing in it. */
  abstract JpaStore hibernate();

  @Nested
  class Sagas extends SagaStoreContract {

    @Override
    protected TestStore open() {
      return hibernate();
    }
  }

  @Nested
  class Receipts extends ReceiptContract {

    @Override
    protected TestStore open() {
      return hibernate();
    }
  }

  @Nested
  class Listing extends SagaListingContract {

    @Override
    protected TestStore open() {
      return hibernate();
    }
  }

  @Nested
  class Commands extends OutboxContract {

    @Override
    protected TestStore open() {
      return hibernate();
    }
  }

  @Nested
  class Blocked extends BlockedCommandsContract {

    @Override
    protected TestStore open() {
      return hibernate();
    }
  }

  @Nested
  class Messages extends InboxContract {

    @Override
    protected TestStore open() {
      return hibernate();
    }
  }

  @Nested
  class Documents extends DocumentTransactionsContract {

    @Override
    protected TestStore open() {
      return hibernate();
    }

    @Override
    protected SagaDocuments documents(TestStore.Session session) {
      return ((JpaSession) session).documents();
    }
  }

  @Nested
  class Transactions extends JpaTransactionsContract {

    @Override
    JpaStore open() {
      return hibernate();
    }
  }
}
