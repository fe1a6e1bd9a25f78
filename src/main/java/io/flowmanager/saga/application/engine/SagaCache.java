// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.engine;

import io.flowmanager.platform.json.JsonFootprint;
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
 * them since, so whoever acts on one must see to it that it is not out of date. All together take
 * no more memory than a limit; big ones and those that have ended are not remembered. Safe for use
 * by many threads.
 */
public final class SagaCache {

  private static final Duration WHILE = Duration.ofSeconds(10);

  /** A saga with more bytes of metadata is big. */
  private static final int BIG = 32_000;

  /** About what a saga takes beside its metadata, with its place here. */
  private static final int BASE = 1_200;

  private record Memory(Saga saga, Instant until, int bytes) {}

  private final Clock clock;
  private final long maxBytes;
  private final Map<SagaId, Memory> memories = new LinkedHashMap<>();
  private long bytes;
  private long hits;
  private long misses;

  /**
   * @param maxBytes about how much memory all of it may take; at 0 nothing is remembered
   */
  public SagaCache(Clock clock, long maxBytes) {
    this.clock = clock;
    this.maxBytes = maxBytes;
  }

  /** Gives those of the sagas away that it has: they are remembered no longer. */
  synchronized Map<SagaId, Saga> take(Set<SagaId> ids) {
    Map<SagaId, Saga> taken = new HashMap<>();
    for (SagaId id : ids) {
      Memory memory = remove(id);
      if (memory != null && !isOver(memory)) {
        taken.put(id, memory.saga());
      }
    }
    hits += taken.size();
    misses += ids.size() - taken.size();
    return taken;
  }

  /** Null if it has none. */
  private Memory remove(SagaId id) {
    Memory memory = memories.remove(id);
    bytes -= memory == null ? 0 : memory.bytes();
    return memory;
  }

  private boolean isOver(Memory memory) {
    return clock.instant().isAfter(memory.until());
  }

  /**
   * @param sagas the last one counts where one is there more than once
   */
  void keep(List<Saga> sagas) {
    if (maxBytes == 0) {
      return;
    }
    Map<SagaId, Memory> latest = new LinkedHashMap<>();
    Instant until = clock.instant().plus(WHILE);
    for (Saga saga : sagas) {
      latest.put(saga.id(), new Memory(saga, until, bytesOf(saga)));
    }
    latest.values().removeIf(memory -> !isWorthIt(memory));
    remember(latest.values());
  }

  /** Of metadata that is too big, only as much as is needed to tell. */
  private static int bytesOf(Saga saga) {
    int texts = saga.id().value().length() + saga.associatedEntityId().length();
    return BASE + 2 * texts + JsonFootprint.bytes(BIG, saga.metadata());
  }

  private boolean isWorthIt(Memory memory) {
    return !memory.saga().position().isFinal() && memory.bytes() < Math.min(BIG, maxBytes);
  }

  private synchronized void remember(Collection<Memory> news) {
    for (Memory memory : news) {
      remove(memory.saga().id());
      makeRoom(memory.bytes());
      memories.put(memory.saga().id(), memory);
      bytes += memory.bytes();
    }
  }

  private void makeRoom(int more) {
    Iterator<Memory> oldest = memories.values().iterator();
    while (oldest.hasNext()) {
      Memory memory = oldest.next();
      if (!isOver(memory) && bytes + more <= maxBytes) {
        return;
      }
      oldest.remove();
      bytes -= memory.bytes();
    }
  }

  /** Remembers none of the sagas any more, as somebody else has moved them. */
  public synchronized void forget(Collection<SagaId> ids) {
    ids.forEach(this::remove);
  }

  /** How many sagas it could give away, up to now. */
  public synchronized long hits() {
    return hits;
  }

  /** How many sagas it was asked for and did not have, up to now. */
  public synchronized long misses() {
    return misses;
  }

  /** About how much memory it takes. */
  public synchronized long bytes() {
    return bytes;
  }

  /** How many sagas it has. */
  public synchronized int size() {
    return memories.size();
  }
}
