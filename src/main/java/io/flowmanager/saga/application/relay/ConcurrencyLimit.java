// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.relay;

import java.util.ArrayDeque;
import java.util.OptionalInt;
import java.util.Queue;

/**
 * Limits how many sends run at once; the others wait in order. After many failures in a row, only a
 * few are started at each {@link #tick}, until one succeeds. To be used by one thread.
 */
final class ConcurrencyLimit {

  /** After so many failures in a row, the cause is the other side and not a single command. */
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

  /** Starts the work now, or when its turn comes. The work must not throw. */
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

  /** Drops the waiting work. */
  void clear() {
    waiting.clear();
  }

  boolean isIdle() {
    return inFlight == 0;
  }

  /** Whether so many sends failed in a row that the other side seems to be unreachable. */
  boolean isFailing() {
    return failures >= MANY_FAILURES;
  }

  /** Whether new work would wait for long. */
  boolean isCrowded() {
    return waiting.size() >= (isFailing() ? few() : maxInFlight);
  }

  /** How many more sends can start soon; empty if this is not limited now. */
  OptionalInt room() {
    if (isFailing()) {
      return OptionalInt.of(Math.max(0, few() - inFlight - waiting.size()));
    }
    return isCrowded() ? OptionalInt.of(0) : OptionalInt.empty();
  }

  /** To be called periodically: starts some of the waiting sends. */
  void tick() {
    trials = few();
    admit();
  }

  /** How many sends have failed since the last successful one. */
  int failures() {
    return failures;
  }

  void failed() {
    failures++;
  }

  void wentWell() {
    failures = 0;
  }

  /** A running send has succeeded or failed. */
  void leave() {
    inFlight--;
    admit();
  }

  /** Work that was admitted was not started. */
  void leaveUntried() {
    trials++;
    leave();
  }
}
