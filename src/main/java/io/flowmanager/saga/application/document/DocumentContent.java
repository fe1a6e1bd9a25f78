// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.document;

import io.flowmanager.saga.domain.HistoryEntry;
import io.flowmanager.saga.domain.Saga;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a saga document says of its saga (contract, "Saga document").
 *
 * @param history oldest first, numbered from 0
 */
record DocumentContent(
    String associatedEntityId,
    Saga.Position position,
    JsonObject metadata,
    List<HistoryEntry> history) {

  /** What the document of that saga says. */
  static DocumentContent of(Saga saga, List<HistoryEntry> history) {
    return new DocumentContent(
        saga.associatedEntityId(), saga.position(), saga.metadata(), numbered(history, 0));
  }

  /** The same entries with numbers from that one on. */
  static List<HistoryEntry> numbered(List<HistoryEntry> entries, long first) {
    List<HistoryEntry> numbered = new ArrayList<>(entries.size());
    for (HistoryEntry entry : entries) {
      numbered.add(entry.withSequence(first + numbered.size()));
    }
    return List.copyOf(numbered);
  }

  /** How many of the oldest entries are the same in both. */
  int commonWith(DocumentContent other) {
    int most = Math.min(history.size(), other.history.size());
    int common = 0;
    while (common < most && history.get(common).equals(other.history.get(common))) {
      common++;
    }
    return common;
  }

  /** The time of the creation event. */
  Instant createdAt(Instant otherwise) {
    return history.isEmpty() ? otherwise : history.get(0).at();
  }

  /** The time of the latest event. */
  Instant updatedAt(Instant otherwise) {
    return history.isEmpty() ? otherwise : history.get(history.size() - 1).at();
  }
}
