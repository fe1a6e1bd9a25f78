// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testkit.store;

import io.flowmanager.saga.application.inbox.ConsumerPosition;
import io.flowmanager.saga.application.inbox.DeadLetter;
import io.flowmanager.saga.application.inbox.LogPartition;
import io.flowmanager.saga.application.store.PendingCommand;
import io.flowmanager.saga.application.store.Receipt;
import io.flowmanager.saga.application.store.StartKey;
import io.flowmanager.saga.domain.CommandId;
import io.flowmanager.saga.domain.FlowVersion;
import io.flowmanager.saga.domain.HistoryEntry;
import io.flowmanager.saga.domain.Saga;
import io.flowmanager.saga.domain.SagaId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All that the memory store holds.
 *
 * @param pending in the order of saga and sequence
 */
record MemoryTables(
    NavigableMap<SagaId, Saga> sagas,
    Map<SagaId, List<HistoryEntry>> histories,
    List<Receipt> receipts,
    Map<StartKey, SagaId> starts,
    NavigableMap<CommandId, Pending> pending,
    Map<LogPartition, ConsumerPosition> positions,
    List<DeadLetter> deadLetters) {

  /** A stored command, when it was stored, when it is due, and what keeps it from leaving. */
  record Pending(
      PendingCommand command, Instant storedAt, Instant dueAt, Optional<Blocked> blocked) {

    boolean isDue(Instant now) {
      return blocked.isEmpty() && !dueAt.isAfter(now);
    }

    Pending dueAt(Instant at) {
      return new Pending(command, storedAt, at, blocked);
    }

    Pending as(PendingCommand other) {
      return new Pending(other, storedAt, dueAt, blocked);
    }

    Pending blocked(Optional<Blocked> reason) {
      return new Pending(command, storedAt, dueAt, reason);
    }
  }

  /** Why a command does not leave. */
  record Blocked(FlowVersion version, String reason, Instant since) {}

  static MemoryTables empty() {
    return new MemoryTables(
        new TreeMap<>(),
        new LinkedHashMap<>(),
        new ArrayList<>(),
        new HashMap<>(),
        new TreeMap<>(Comparator.comparing(CommandId::saga).thenComparingLong(CommandId::sequence)),
        new HashMap<>(),
        new ArrayList<>());
  }

  MemoryTables copy() {
    MemoryTables copy = empty();
    copy.sagas.putAll(sagas);
    histories.forEach((saga, entries) -> copy.histories.put(saga, new ArrayList<>(entries)));
    copy.receipts.addAll(receipts);
    copy.starts.putAll(starts);
    copy.pending.putAll(pending);
    copy.positions.putAll(positions);
    copy.deadLetters.addAll(deadLetters);
    return copy;
  }
}
