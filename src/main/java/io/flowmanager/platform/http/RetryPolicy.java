// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.http;

import java.time.Duration;

/**
 * How long and how often a service is called. The {@link Retries} that go along read the number of
 * attempts and their delay from the same settings.
 *
 * @param timeout of one attempt, from the connection to the last byte of the answer
 * @param retries how many attempts more there may be after network faults and 5xx
 * @param delay before each of them
 * @param failuresToOpen so many failed attempts in a row make the breaker refuse further ones
 * @param openFor how long it does, before it lets one attempt through
 */
public record RetryPolicy(
    Duration timeout, int retries, Duration delay, int failuresToOpen, Duration openFor) {

  /** How long a call may take with all its attempts. */
  public Duration longestCall() {
    return timeout.multipliedBy(1L + retries).plus(delay.multipliedBy(retries));
  }
}
