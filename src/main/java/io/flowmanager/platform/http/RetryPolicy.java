// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.http;

import java.time.Duration;

/**
 * Timeout, retries and circuit breaker of the calls to a service. {@link UpstreamRetries} reads the
 * number of attempts and their delay from the same settings.
 *
 * @param timeout of one attempt, from the connection to the last byte of the answer
 * @param retries number of further attempts after network failures and 5xx
 * @param delay before each further attempt
 * @param failuresToOpen number of consecutive failed attempts that open the breaker
 * @param openFor how long the breaker stays open before it allows one attempt
 */
public record RetryPolicy(
    Duration timeout, int retries, Duration delay, int failuresToOpen, Duration openFor) {

  /** Upper bound for a call with all its attempts. */
  public Duration longestCall() {
    return timeout.multipliedBy(1L + retries).plus(delay.multipliedBy(retries));
  }
}
