// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application;

import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Lets only so many sends of one channel be on their way; the others wait in order. Of one thread.
 */
final class ChannelGate {

  private final int maxInFlight;
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private int inFlight;
  private int failures;

  ChannelGate(int maxInFlight) {
    this.maxInFlight = maxInFlight;
  }

  /** Runs the send now or when its turn comes. */
  void enter(Runnable send) {
    if (inFlight >= maxInFlight) {
      waiting.add(send);
      return;
    }
    inFlight++;
    send.run();
  }

  /** Forgets what waits. */
  void clear() {
    waiting.clear();
  }

  boolean isIdle() {
    return inFlight == 0;
  }

  /** How many sends have failed since the last one that went well. */
  int failures() {
    return failures;
  }

  void failed() {
    failures++;
  }

  void wentWell() {
    failures = 0;
  }

  /** One send is over. */
  void leave() {
    inFlight--;
    Runnable next = waiting.poll();
    if (next != null) {
      enter(next);
    }
  }
}
