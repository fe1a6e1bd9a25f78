// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.remote;

import io.flowmanager.saga.application.store.ReadSagas.SagaWithHistory;
import io.flowmanager.saga.domain.HistoryEntry;
import io.flowmanager.saga.domain.Saga;
import java.util.List;
import java.util.OptionalLong;

/**
 * A saga as its document says it.
 *
 * @param history oldest first; empty where the document has none
 * @param latestStep number of the latest event in the document's history, if it has one
 */
public record StoredSaga(Saga saga, List<HistoryEntry> history, OptionalLong latestStep) {

  public SagaWithHistory withHistory() {
    return new SagaWithHistory(saga, history);
  }
}
