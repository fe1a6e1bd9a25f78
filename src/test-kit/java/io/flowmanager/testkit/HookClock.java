// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testkit;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * What hooks read as {@code Date}: the clock of the engine that runs on the thread. Flows are
 * shared by tests, and each test has a clock.
 */
final class HookClock extends Clock {

  private final ThreadLocal<Clock> current = ThreadLocal.withInitial(Clock::systemUTC);

  /** Runs the work under that clock. */
  void under(Clock clock, Runnable work) {
    Clock before = current.get();
    current.set(clock);
    try {
      work.run();
    } finally {
      current.set(before);
    }
  }

  @Override
  public Instant instant() {
    return current.get().instant();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("Instants have no zone.");
  }
}
