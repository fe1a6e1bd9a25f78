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
 * them since, so a decision on a cached saga holds only if the saga is still current when it is
 * stored. All together take no more memory than a limit; big ones and those that have ended are not
 * cached. Safe for use by many threads.
 */
public final class SagaCache {

  private static final Duration TIME_TO_LIVE = Duration.ofSeconds(10);

  /** A saga with more bytes of metadata is big. */
  private static final int BIG = 32_000;

  /** About what a saga takes beside its metadata, with its place here. */
  private static final int BASE = 1_200;

  private record Entry(Saga saga, Instant until, int bytes) {}

  private final Clock clock;
  private final long maxBytes;
  private final Map<SagaId, Entry> entries = new LinkedHashMap<>();
  private long bytes;
  private long hits;
  private long misses;

  /**
   * @param maxBytes about how much memory all of it may take; at 0 it is off
   */
  public SagaCache(Clock clock, long maxBytes) {
    this.clock = clock;
    this.maxBytes = maxBytes;
  }

  /** Whether anything is cached at all; always the same answer. */
  boolean isOn() {
    return maxBytes > 0;
  }

  /** Gives those of the sagas away that it has, and has them no longer. */
  synchronized Map<SagaId, Saga> take(Set<SagaId> ids) {
    Map<SagaId, Saga> taken = new HashMap<>();
    for (SagaId id : ids) {
      Entry entry = remove(id);
      if (entry != null && !isOver(entry)) {
        taken.put(id, entry.saga());
      }
    }
    hits += taken.size();
    misses += ids.size() - taken.size();
    return taken;
  }

  /** Null if it has none. */
  private Entry remove(SagaId id) {
    Entry entry = entries.remove(id);
    bytes -= entry == null ? 0 : entry.bytes();
    return entry;
  }

  private boolean isOver(Entry entry) {
    return clock.instant().isAfter(entry.until());
  }

  /**
   * @param sagas the last one counts where one is there more than once
   */
  void put(List<Saga> sagas) {
    if (!isOn()) {
      return;
    }
    Map<SagaId, Entry> latest = new LinkedHashMap<>();
    Instant until = clock.instant().plus(TIME_TO_LIVE);
    for (Saga saga : sagas) {
      latest.put(saga.id(), new Entry(saga, until, bytesOf(saga)));
    }
    latest.values().removeIf(entry -> !isWorthIt(entry));
    putAll(latest.values());
  }

  /** Of metadata that is too big, only as much as is needed to tell. */
  private static int bytesOf(Saga saga) {
    int texts = saga.id().value().length() + saga.associatedEntityId().length();
    return BASE + 2 * texts + JsonFootprint.bytes(BIG, saga.metadata());
  }

  private boolean isWorthIt(Entry entry) {
    return !entry.saga().position().isFinal() && entry.bytes() < Math.min(BIG, maxBytes);
  }

  private synchronized void putAll(Collection<Entry> added) {
    for (Entry entry : added) {
      remove(entry.saga().id());
      makeRoom(entry.bytes());
      entries.put(entry.saga().id(), entry);
      bytes += entry.bytes();
    }
  }

  private void makeRoom(int more) {
    Iterator<Entry> oldest = entries.values().iterator();
    while (oldest.hasNext()) {
      Entry entry = oldest.next();
      if (!isOver(entry) && bytes + more <= maxBytes) {
        return;
      }
      oldest.remove();
      bytes -= entry.bytes();
    }
  }

  /** Removes the sagas, as somebody else has moved them. */
  public synchronized void evict(Collection<SagaId> ids) {
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
    return entries.size();
  }
}
