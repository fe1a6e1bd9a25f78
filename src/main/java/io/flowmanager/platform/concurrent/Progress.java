// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.concurrent;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * When a queue last came forward, and which thread works for it. Its owner says when something
 * comes into the empty queue and when something has been done, and from which thread. Safe for use
 * by many threads; it costs a look at the clock.
 */
final class Progress {

  private final String name;
  private final LongSupplier nanos;
  private volatile long since;
  private volatile Thread worker;

  /**
   * @param nanos the time, as {@link System#nanoTime} tells it
   */
  Progress(String name, LongSupplier nanos) {
    this.name = name;
    this.nanos = nanos;
    mark();
  }

  /** It comes forward now. */
  void mark() {
    since = nanos.getAsLong();
  }

  /** This thread begins to work for it. */
  void enter() {
    worker = Thread.currentThread();
  }

  /** The thread has done something. */
  void leave() {
    worker = null;
    mark();
  }

  /**
   * What to say of a queue that is not empty.
   *
   * @param idle the thread that should be at work when none is; may be null
   * @return empty if it came forward within that time
   */
  Optional<Standstill> standstill(Duration limit, Thread idle) {
    var time = Duration.ofNanos(nanos.getAsLong() - since);
    if (time.compareTo(limit) < 0) {
      return Optional.empty();
    }
    Thread now = worker == null ? idle : worker;
    return Optional.of(
        new Standstill(name, time, now == null ? List.of() : List.of(now.getStackTrace())));
  }
}
