// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.application.message;

import java.time.Duration;

/**
 * How often, and with what delays, a message is retried.
 *
 * @param retries number of retries before it is quarantined
 * @param firstRetry delay before the first retry; doubled before each further one
 * @param maxRetry longest delay
 */
public record MessageRetryPolicy(int retries, Duration firstRetry, Duration maxRetry) {

  private static final int MAX_DOUBLINGS = 20;

  Duration after(int failures) {
    Duration doubled = firstRetry.multipliedBy(1L << Math.min(MAX_DOUBLINGS, failures - 1));
    return doubled.compareTo(maxRetry) < 0 ? doubled : maxRetry;
  }
}
