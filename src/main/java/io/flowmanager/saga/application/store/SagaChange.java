// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.store;

import io.flowmanager.saga.domain.HistoryEntry;
import io.flowmanager.saga.domain.Saga;
import java.util.List;
import java.util.Optional;

/**
 * Everything that one batch changes of one saga.
 *
 * @param saga the saga after the batch
 * @param origin whether the saga is new, has moved, or is unchanged
 * @param entries new history entries, oldest first
 * @param commands commands to store until they are delivered, oldest first
 * @param receipts of the events that have an id
 */
public record SagaChange(
    Saga saga,
    Origin origin,
    List<HistoryEntry> entries,
    List<PendingCommand> commands,
    List<Receipt> receipts) {

  /** What a store does with the saga's own row. */
  public sealed interface Origin {

    /** The saga did not exist before the batch. */
    record Created(Optional<StartKey> key) implements Origin {}

    /**
     * The saga existed and made at least one step.
     *
     * @param before the saga as it was before the batch
     */
    record Moved(Saga before) implements Origin {}

    /** The saga existed and made no step; only receipts are new. */
    record Untouched() implements Origin {}
  }
}
