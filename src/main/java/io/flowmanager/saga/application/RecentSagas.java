// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application;

import io.flowmanager.platform.json.JsonWeight;
import io.flowmanager.saga.domain.Saga;
import io.flowmanager.saga.domain.SagaId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Sagas as they were when this node moved them last, a short while ago. Another node may have moved
 * them since, so whoever acts on one must see to it that it is not out of date. Big ones and those
 * that have ended are not remembered. Safe for use by many threads.
 */
final class RecentSagas {

  private static final Duration WHILE = Duration.ofSeconds(10);
  private static final int MOST = 1_000;
  private static final int BIG = 4_000;

  private record Memory(Saga saga, Instant until) {}

  private final Clock clock;
  private final Map<SagaId, Memory> memories = new LinkedHashMap<>();

  RecentSagas(Clock clock) {
    this.clock = clock;
  }

  /** Gives the saga away: it is remembered no longer, whatever becomes of it. */
  synchronized Optional<Saga> take(SagaId id) {
    Memory memory = memories.remove(id);
    return memory == null || isOver(memory) ? Optional.empty() : Optional.of(memory.saga());
  }

  private boolean isOver(Memory memory) {
    return clock.instant().isAfter(memory.until());
  }

  void keep(Saga saga) {
    if (!saga.position().isFinal() && JsonWeight.isBelow(BIG, saga.metadata())) {
      add(new Memory(saga, clock.instant().plus(WHILE)));
    }
  }

  private synchronized void add(Memory memory) {
    SagaId id = memory.saga().id();
    memories.remove(id);
    Iterator<Memory> oldest = memories.values().iterator();
    while (oldest.hasNext() && (isOver(oldest.next()) || memories.size() >= MOST)) {
      oldest.remove();
    }
    memories.put(id, memory);
  }

  /** Looks at the ids only when something is remembered: under load nothing is. */
  synchronized void forget(Stream<SagaId> ids) {
    if (!memories.isEmpty()) {
      ids.forEach(memories::remove);
    }
  }
}
