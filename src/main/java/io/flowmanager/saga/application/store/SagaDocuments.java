// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.store;

import io.flowmanager.saga.domain.HistoryEntry;
import io.flowmanager.saga.domain.Saga;
import io.flowmanager.saga.domain.flow.FlowName;
import java.util.List;

/**
 * What {@link SagaStore} lacks for a store of documents, whose writers may change all of a saga,
 * its past included. Every method may throw {@link StoreUnavailableException}; then nothing has
 * changed. Implementations are safe for use by many threads.
 */
public interface SagaDocuments {

  /**
   * Puts the saga in the place of what is stored of it. Its pending commands, receipts and start
   * keys stay. To be called within the transaction of the caller, after {@link SagaStore#load} has
   * found and locked the saga, and instead of {@link SagaStore#commit}. Whoever reads saga and
   * history one after the other at this moment may miss entries that are removed.
   *
   * @throws UnstorableException when the store will never take a value of it
   */
  void replace(Replacement replacement);

  /** How many sagas the flow has. The cost grows with the number of all sagas. */
  long count(FlowName flow);

  /**
   * A saga with what becomes of its history.
   *
   * @param saga with a greater sequence than before, and the same flow
   * @param keptUpTo stored entries with a greater sequence are removed
   * @param added to be stored, oldest first; their sequences are greater than the saga's before
   */
  record Replacement(Saga saga, long keptUpTo, List<HistoryEntry> added) {

    /** No entry has a sequence up to it. */
    public static final long NOTHING = -1;
  }
}
