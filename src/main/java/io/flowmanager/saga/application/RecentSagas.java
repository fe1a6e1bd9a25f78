// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application;

import io.flowmanager.platform.json.JsonWeight;
import io.flowmanager.saga.domain.Saga;
import io.flowmanager.saga.domain.SagaId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sagas as they were when this node moved them last, a short while ago. Another node may have moved
 * them since, so whoever acts on one must see to it that it is not out of date. Big ones and those
 * that have ended are not remembered. Safe for use by many threads.
 */
final class RecentSagas {

  private static final Duration WHILE = Duration.ofSeconds(10);
  private static final int MOST = 4_000;
  private static final int BIG = 4_000;

  private record Memory(Saga saga, Instant until) {}

  private final Clock clock;
  private final Map<SagaId, Memory> memories = new LinkedHashMap<>();

  RecentSagas(Clock clock) {
    this.clock = clock;
  }

  /** Gives those of the sagas away that it has: they are remembered no longer. */
  synchronized Map<SagaId, Saga> take(Set<SagaId> ids) {
    if (memories.isEmpty()) {
      return Map.of();
    }
    Map<SagaId, Saga> taken = new HashMap<>();
    for (SagaId id : ids) {
      Memory memory = memories.remove(id);
      if (memory != null && !isOver(memory)) {
        taken.put(id, memory.saga());
      }
    }
    return taken;
  }

  private boolean isOver(Memory memory) {
    return clock.instant().isAfter(memory.until());
  }

  /**
   * @param sagas the last one counts where one is there more than once
   */
  void keep(List<Saga> sagas) {
    Map<SagaId, Saga> latest = new LinkedHashMap<>();
    sagas.forEach(saga -> latest.put(saga.id(), saga));
    latest.values().removeIf(saga -> !isWorthIt(saga));
    remember(latest.values(), clock.instant().plus(WHILE));
  }

  private static boolean isWorthIt(Saga saga) {
    return !saga.position().isFinal() && JsonWeight.isBelow(BIG, saga.metadata());
  }

  private synchronized void remember(Collection<Saga> sagas, Instant until) {
    for (Saga saga : sagas) {
      memories.remove(saga.id());
      makeRoom();
      memories.put(saga.id(), new Memory(saga, until));
    }
  }

  private void makeRoom() {
    Iterator<Memory> oldest = memories.values().iterator();
    while (oldest.hasNext() && (isOver(oldest.next()) || memories.size() >= MOST)) {
      oldest.remove();
    }
  }
}
