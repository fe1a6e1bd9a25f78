// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.lifecycle;

import io.flowmanager.platform.inject.SingletonBean;
import io.flowmanager.saga.application.inbox.InboxTransactions;
import io.flowmanager.saga.application.outbox.OutboxTransactions;
import io.flowmanager.saga.application.store.QuerySagas;
import io.flowmanager.saga.domain.SagaId;
import jakarta.inject.Inject;
import java.util.Set;

/** What reads and writes sagas, outbox and inbox. */
@SingletonBean
record SagaTables(QuerySagas sagas, OutboxTransactions outbox, InboxTransactions inbox) {

  private static final SagaId NO_SAGA = new SagaId("-");

  @Inject
  SagaTables {}

  /** Reads something of each. */
  void read() {
    sagas.find(NO_SAGA);
    outbox.backlogs();
    inbox.positions(Set.of());
  }
}
