// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.store;

import io.flowmanager.saga.domain.HistoryEntry;
import io.flowmanager.saga.domain.Saga;
import java.util.List;
import java.util.Optional;

/**
 * All that one batch does to one saga.
 *
 * @param saga as it is after the batch
 * @param origin whether the saga is new, has moved, or has only been asked
 * @param entries new history entries, oldest first
 * @param commands to be kept until delivered, oldest first
 * @param receipts of the events with an id
 */
public record SagaChange(
    Saga saga,
    Origin origin,
    List<HistoryEntry> entries,
    List<PendingCommand> commands,
    List<Receipt> receipts) {

  /** What a store has to do with the saga's own row. */
  public sealed interface Origin {

    /** It did not exist before the batch. */
    record Created(Optional<StartKey> key) implements Origin {}

    /**
     * It existed and has moved at least once.
     *
     * @param before the saga as it was before the batch
     */
    record Moved(Saga before) implements Origin {}

    /** It existed and stays as it was; only receipts are new. */
    record Untouched() implements Origin {}
  }
}
