// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.relay;

import java.util.ArrayDeque;
import java.util.OptionalInt;
import java.util.Queue;

/**
 * Lets only so many be on their way at once; the others wait in order. When nothing but failures
 * come back, only a few go, at each {@link #tick}, until one goes well. Of one thread.
 */
final class ConcurrencyLimit {

  /** So many failures in a row, and it is not for the single command any more. */
  private static final int MANY_FAILURES = 8;

  private static final int FEW = 8;

  private final int maxInFlight;
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private int inFlight;
  private int failures;
  private int trials;

  ConcurrencyLimit(int maxInFlight) {
    this.maxInFlight = maxInFlight;
  }

  /** Begins the work now, or when its turn comes. The work must not throw. */
  void enter(Runnable work) {
    waiting.add(work);
    admit();
  }

  private void admit() {
    while (!waiting.isEmpty() && mayBegin()) {
      inFlight++;
      trials--;
      waiting.remove().run();
    }
  }

  private boolean mayBegin() {
    return isFailing() ? inFlight < few() && trials > 0 : inFlight < maxInFlight;
  }

  private int few() {
    return Math.min(FEW, maxInFlight);
  }

  /** Forgets what waits. */
  void clear() {
    waiting.clear();
  }

  boolean isIdle() {
    return inFlight == 0;
  }

  /**
   * Whether so many failures have come one after the other that the other side seems to be gone.
   */
  boolean isFailing() {
    return failures >= MANY_FAILURES;
  }

  /** Whether what comes now would wait for long. */
  boolean isCrowded() {
    return waiting.size() >= (isFailing() ? few() : maxInFlight);
  }

  /** How many more it can take soon; empty when that is no matter. */
  OptionalInt room() {
    if (isFailing()) {
      return OptionalInt.of(Math.max(0, few() - inFlight - waiting.size()));
    }
    return isCrowded() ? OptionalInt.of(0) : OptionalInt.empty();
  }

  /** A moment has passed: some of those that wait may be tried. */
  void tick() {
    trials = few();
    admit();
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

  /** One of those on their way has arrived, or failed. */
  void leave() {
    inFlight--;
    admit();
  }

  /** One that was let in has not begun. */
  void leaveUntried() {
    trials++;
    leave();
  }
}
