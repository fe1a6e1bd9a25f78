// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.concurrent;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Records when a queue last made progress, and which thread works for it. The owner reports when an
 * item is added to the empty queue, and when work starts and ends. Thread-safe; a call costs one
 * reading of the clock.
 */
final class Progress {

  private final String name;
  private final LongSupplier nanos;
  private volatile long since;
  private volatile Thread worker;

  /**
   * @param nanos the clock, as {@link System#nanoTime}
   */
  Progress(String name, LongSupplier nanos) {
    this.name = name;
    this.nanos = nanos;
    mark();
  }

  /** The queue makes progress now. */
  void mark() {
    since = nanos.getAsLong();
  }

  /** This thread starts to work for the queue. */
  void enter() {
    worker = Thread.currentThread();
  }

  /** This thread has finished its work. */
  void leave() {
    worker = null;
    mark();
  }

  /**
   * A report about a queue that is not empty.
   *
   * @param idle the thread to report if none is working; may be null
   * @return empty if the queue made progress within that time
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
