// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.application.message;

import java.time.Duration;

/**
 * How long a message is worth another try.
 *
 * @param retries further tries, before it is quarantined
 * @param firstRetry delay before the first of them, doubled before each further one
 * @param maxRetry the delay grows no further
 */
public record MessageRetryPolicy(int retries, Duration firstRetry, Duration maxRetry) {

  private static final int MAX_DOUBLINGS = 20;

  Duration after(int failures) {
    Duration doubled = firstRetry.multipliedBy(1L << Math.min(MAX_DOUBLINGS, failures - 1));
    return doubled.compareTo(maxRetry) < 0 ? doubled : maxRetry;
  }
}
