// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application;

import java.util.HashMap;
import java.util.Map;

/** The gates of all channels. Of one thread. */
final class Gates {

  private final Map<Channels.Key, Gate> gates = new HashMap<>();
  private final int maxInFlight;

  Gates(int maxInFlight) {
    this.maxInFlight = maxInFlight;
  }

  Gate of(Channels.Key channel) {
    return gates.computeIfAbsent(channel, key -> new Gate(maxInFlight));
  }

  boolean areIdle() {
    return gates.values().stream().allMatch(Gate::isIdle);
  }

  void tick() {
    gates.values().forEach(Gate::tick);
  }

  /** Of the channels that can take little now, how much. */
  Map<Channels.Key, Integer> narrow() {
    var narrow = new HashMap<Channels.Key, Integer>();
    gates.forEach((key, gate) -> gate.room().ifPresent(room -> narrow.put(key, room)));
    return narrow;
  }

  /** Forgets what waits. */
  void clear() {
    gates.values().forEach(Gate::clear);
  }
}
