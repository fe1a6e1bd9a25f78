// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application;

import io.flowmanager.saga.domain.SagaId;
import java.util.OptionalLong;

/**
 * Stores one step of one saga by itself, without a transaction around it and without reading the
 * saga before. It writes the tables of {@link SagaStore}, which is the only way for batches.
 * Implementations are safe for use by many threads, and are never called within a transaction.
 */
public interface LoneChanges {

  /** Whether this store can do so; always the same answer. If not, nothing else is ever asked. */
  boolean arePossible();

  /**
   * The sequence of the saga's latest command that is not known to be delivered. What {@link
   * #store} stores afterwards comes after it: others add no command without moving the saga.
   *
   * @throws StoreUnavailableException when the store cannot be asked now
   */
  OptionalLong latestPending(SagaId saga);

  /**
   * Stores the change, all of it or nothing, and durably.
   *
   * @param change has one history entry, and at most one command and one receipt
   * @return false if nothing was stored: the saga is not, or not any more, at the step before this
   *     one, or its start key or receipt is there already
   * @throws StoreUnavailableException when nothing was stored for another reason
   * @throws CommitInDoubtException when it is not known whether it was stored
   */
  boolean store(SagaChange change);
}
