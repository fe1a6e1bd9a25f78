// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain;

import io.flowmanager.saga.domain.flow.BusinessId;
import java.time.Instant;
import java.util.Optional;

/**
 * One step of a saga: the event, and the state that it led to.
 *
 * @param sequence 0 for the creation, then greater with each step; one more, unless a document
 *     replaced the saga in between
 * @param at in milliseconds
 */
public record HistoryEntry(
    long sequence,
    String event,
    Optional<BusinessId> businessEvent,
    String state,
    BusinessId businessState,
    Instant at) {

  /** The same entry with that number. */
  public HistoryEntry withSequence(long number) {
    return new HistoryEntry(number, event, businessEvent, state, businessState, at);
  }
}
