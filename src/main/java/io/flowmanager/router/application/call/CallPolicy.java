// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.application.call;

import java.time.Duration;

/**
 * Lease and retry delays of calls.
 *
 * @param lease how long a call belongs to the node that has begun or claimed it; longer than all of
 *     its steps can take
 * @param firstRetry delay after the first failure; doubled after each further failure
 * @param maxRetry longest delay
 */
public record CallPolicy(Duration lease, Duration firstRetry, Duration maxRetry) {

  private static final int MAX_DOUBLINGS = 20;

  Duration after(int failures) {
    Duration doubled = firstRetry.multipliedBy(1L << Math.min(MAX_DOUBLINGS, failures - 1));
    return doubled.compareTo(maxRetry) < 0 ? doubled : maxRetry;
  }
}
