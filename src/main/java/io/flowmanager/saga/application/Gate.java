// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application;

import java.util.ArrayDeque;
import java.util.Queue;

/** Lets only so many be on their way at once; the others wait in order. Of one thread. */
final class Gate {

  private final int maxInFlight;
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private int inFlight;
  private int failures;

  Gate(int maxInFlight) {
    this.maxInFlight = maxInFlight;
  }

  /** Begins the work now, or when its turn comes. */
  void enter(Runnable work) {
    if (inFlight >= maxInFlight) {
      waiting.add(work);
      return;
    }
    inFlight++;
    work.run();
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

  /** One of those on their way has arrived. */
  void leave() {
    inFlight--;
    Runnable next = waiting.poll();
    if (next != null) {
      enter(next);
    }
  }
}
