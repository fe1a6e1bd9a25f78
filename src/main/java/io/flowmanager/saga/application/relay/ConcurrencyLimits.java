// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.relay;

import io.flowmanager.saga.application.channel.Channels;
import java.util.HashMap;
import java.util.Map;

/** The concurrency limit of each channel. To be used by one thread. */
final class ConcurrencyLimits {

  private final Map<Channels.Key, ConcurrencyLimit> limits = new HashMap<>();
  private final int maxInFlight;

  ConcurrencyLimits(int maxInFlight) {
    this.maxInFlight = maxInFlight;
  }

  ConcurrencyLimit of(Channels.Key channel) {
    return limits.computeIfAbsent(channel, key -> new ConcurrencyLimit(maxInFlight));
  }

  boolean areIdle() {
    return limits.values().stream().allMatch(ConcurrencyLimit::isIdle);
  }

  void tick() {
    limits.values().forEach(ConcurrencyLimit::tick);
  }

  /** The remaining capacity of each channel that has little left. */
  Map<Channels.Key, Integer> narrow() {
    var narrow = new HashMap<Channels.Key, Integer>();
    limits.forEach((key, limit) -> limit.room().ifPresent(room -> narrow.put(key, room)));
    return narrow;
  }

  /** Drops the waiting work. */
  void clear() {
    limits.values().forEach(ConcurrencyLimit::clear);
  }
}
