// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.concurrent;

import java.time.Duration;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Exponential delays with jitter: after the n-th failure {@code first × 2^(n-1)}, at most {@code
 * max}, reduced by a random part of up to a quarter, so that calls that failed together are not
 * retried together.
 */
public record Backoff(Duration first, Duration max, Supplier<RandomGenerator> random) {

  private static final int MAX_DOUBLINGS = 30;

  public Duration after(int failures) {
    long doubled = first.toMillis() << Math.min(MAX_DOUBLINGS, failures - 1);
    long bounded = Math.min(max.toMillis(), doubled);
    return Duration.ofMillis(bounded - (long) (random.get().nextDouble() * bounded / 4));
  }
}
