// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.engine;

import io.flowmanager.platform.concurrent.Backoff;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;

/**
 * How long and how often a batch is tried again while the store cannot take it.
 *
 * @param maxDuration how long after its arrival a request may be tried again
 * @param delays between two tries, from the second failure on; after the first one it is tried
 *     again at once
 * @param pause holds the caller up so long; false if it is not to wait any more
 */
public record StoreRetries(
    Duration maxDuration, Backoff delays, Clock clock, Predicate<Duration> pause) {

  Instant now() {
    return clock.instant();
  }

  /**
   * Waits until the next try is due.
   *
   * @param since when the oldest of the batch arrived
   * @param failures how often it has failed, 1 or more
   * @return false if there is to be none
   */
  boolean awaitNext(Instant since, int failures) {
    Duration delay = failures == 1 ? Duration.ZERO : delays.after(failures - 1);
    if (!now().plus(delay).isBefore(since.plus(maxDuration))) {
      return false;
    }
    return delay.isZero() || pause.test(delay);
  }
}
