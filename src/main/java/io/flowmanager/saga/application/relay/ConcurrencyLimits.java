// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.relay;

import io.flowmanager.saga.application.channel.Channels;
import java.util.HashMap;
import java.util.Map;

/** The limit of each channel. Of one thread. */
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

  /** Of the channels that can take little now, how much. */
  Map<Channels.Key, Integer> narrow() {
    var narrow = new HashMap<Channels.Key, Integer>();
    limits.forEach((key, limit) -> limit.room().ifPresent(room -> narrow.put(key, room)));
    return narrow;
  }

  /** Forgets what waits. */
  void clear() {
    limits.values().forEach(ConcurrencyLimit::clear);
  }
}
