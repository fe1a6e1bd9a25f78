// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;

/** The time of an engine. It stands still until a test moves it. */
public final class TestClock extends Clock {

  private final Function<Instant, Optional<Instant>> due;
  private final Runnable work;
  private Instant now;

  /**
   * @param due from a time to the next one at which something is to be done
   * @param work does what is due now
   */
  TestClock(Instant start, Function<Instant, Optional<Instant>> due, Runnable work) {
    this.now = start.truncatedTo(ChronoUnit.MILLIS);
    this.due = due;
    this.work = work;
  }

  /**
   * Moves the clock forward. What becomes due on the way is done at its time: commands whose
   * sending failed are sent again.
   */
  public void advance(Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException("The clock moves forward only, not by " + duration + ".");
    }
    Instant end = now.plus(duration);
    Optional<Instant> next = next(end);
    while (next.isPresent()) {
      arriveAt(next.get());
      next = next(end);
    }
    arriveAt(end);
  }

  private Optional<Instant> next(Instant end) {
    return due.apply(now).filter(time -> time.isBefore(end));
  }

  private void arriveAt(Instant time) {
    now = time;
    work.run();
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(now, zone);
  }
}
