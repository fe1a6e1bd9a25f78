// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.remote;

import io.flowmanager.saga.application.store.ReadSagas.SagaWithHistory;
import io.flowmanager.saga.domain.HistoryEntry;
import java.util.List;

/**
 * Numbers the entries of a history that a store has shortened, or that began late. Commands carry
 * the numbers of this server, so its latest entry has the number of the saga's latest step.
 */
public final class Numbering {

  private Numbering() {}

  /** The saga's history, with its last entry as that step, if it would have a smaller number. */
  public static SagaWithHistory upTo(long step, SagaWithHistory found) {
    long missing = step - (found.history().size() - 1L);
    if (missing <= 0) {
      return found;
    }
    List<HistoryEntry> entries =
        found.history().stream()
            .map(entry -> entry.withSequence(entry.sequence() + missing))
            .toList();
    return new SagaWithHistory(found.saga(), entries);
  }
}
