// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing;

import io.flowmanager.platform.concurrent.Backoff;
import io.flowmanager.platform.concurrent.Pauses;
import io.flowmanager.saga.application.engine.StoreRetries;
import io.flowmanager.saga.application.outbox.DeliverySettings;
import java.time.Clock;
import java.time.Duration;

/** Settings for tests that are not about them. */
public final class TestSettings {

  public static final DeliverySettings RELAY =
      new DeliverySettings(
          Duration.ofSeconds(15),
          Duration.ofSeconds(10),
          Duration.ofSeconds(1),
          Duration.ofSeconds(8),
          100,
          10);

  private static final Backoff DELAYS =
      new Backoff(Duration.ofMillis(20), Duration.ofMillis(500), () -> () -> 0);

  private TestSettings() {}

  /** Two seconds of retries, in which waiting moves the clock. */
  public static StoreRetries retries(SettableClock clock) {
    return new StoreRetries(
        Duration.ofSeconds(2),
        DELAYS,
        clock,
        delay -> {
          clock.advance(delay);
          return true;
        });
  }

  /** Two seconds of retries, in which waiting takes its time. */
  public static StoreRetries realRetries() {
    return new StoreRetries(Duration.ofSeconds(2), DELAYS, Clock.systemUTC(), Pauses::pause);
  }

  /** What fails fails at once. */
  public static StoreRetries noRetries() {
    return new StoreRetries(Duration.ZERO, DELAYS, new SettableClock(), delay -> false);
  }
}
