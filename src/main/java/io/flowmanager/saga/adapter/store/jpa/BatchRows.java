// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import io.flowmanager.saga.application.SagaChange;
import io.flowmanager.saga.domain.Saga;
import io.flowmanager.saga.domain.SagaId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rows that nearly every batch reads and writes: sagas, histories and pending commands. All in
 * the transaction of the caller.
 */
interface BatchRows {

  /** Locks the sagas that exist, in the order of their ids, and reads them. */
  List<Saga> lock(Set<SagaId> ids);

  /** Of each saga that has pending commands, the sequence of the latest one. */
  Map<SagaId, Long> latestPending(Set<SagaId> ids);

  /**
   * Writes sagas, history entries and commands; start keys and receipts are not its business.
   *
   * @throws io.flowmanager.saga.application.StoreUnavailableException at the latest when the
   *     transaction commits, if a new saga exists or a loaded one was changed by somebody else
   */
  void write(List<SagaChange> changes);
}
