// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.store;

import io.flowmanager.saga.domain.SagaId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Stores steps of sagas with a lone statement: without a transaction around it, and without reading
 * the sagas before. It writes the tables of {@link SagaStore}, which is the way for all else.
 * Implementations are safe for use by many threads, and are never called within a transaction.
 */
public interface LoneChanges {

  /** Whether this store can do so; always the same answer. If not, nothing else is ever asked. */
  boolean arePossible();

  /**
   * For each saga that has any, the sequence of its latest command that is not known to be
   * delivered. What {@link #store} stores afterwards comes after it: others add no command without
   * moving the saga.
   *
   * @throws StoreUnavailableException when the store cannot be asked now
   */
  Map<SagaId, Long> latestPending(Set<SagaId> sagas);

  /**
   * Stores the steps, each with all that belongs to it or not at all, and durably.
   *
   * @param steps of different sagas, which are new or have moved; each with one history entry
   * @return the sagas whose steps are stored. That of another one is not: its saga is not, or not
   *     any more, where the step was decided from (by the number, the flow version and the time of
   *     the step before), or its start key or receipt is there already
   * @throws StoreUnavailableException when nothing was stored
   * @throws CommitInDoubtException when it is not known whether they were stored
   */
  Set<SagaId> store(List<SagaChange> steps);
}
