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

  /** Forgets what waits. */
  void clear() {
    gates.values().forEach(Gate::clear);
  }
}
