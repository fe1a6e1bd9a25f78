// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.script;

import io.flowmanager.platform.concurrent.ProcessorTime;
import java.util.function.LongSupplier;

/**
 * Processor time that a run has used of what it may use. Processor time rather than the wall's,
 * since a busy machine is no fault of the script; a script cannot wait, so the wall's time follows.
 */
final class Stopwatch {

  private final long limit;
  private long spent;
  private long since;
  private LongSupplier clock = () -> 0;

  Stopwatch(long limitNanos) {
    this.limit = limitNanos;
  }

  /** Begins to count the time of the calling thread. */
  void start() {
    clock = ProcessorTime.ofThisThread();
    since = clock.getAsLong();
  }

  /** Called by the thread that started. */
  void stop() {
    spent += clock.getAsLong() - since;
  }

  /** Called by the thread that started, often. */
  void check() {
    if (spent + clock.getAsLong() - since > limit) {
      throw new TimeSpentException();
    }
  }
}
