// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.application.call;

import java.time.Duration;

/**
 * How long calls may take.
 *
 * @param lease how long a call belongs to the node that has begun or taken it; longer than all of
 *     its steps can take
 * @param firstRetry delay after the first failure, doubled after each further one
 * @param maxRetry the delay grows no further
 */
public record CallPolicy(Duration lease, Duration firstRetry, Duration maxRetry) {

  private static final int MAX_DOUBLINGS = 20;

  Duration after(int failures) {
    Duration doubled = firstRetry.multipliedBy(1L << Math.min(MAX_DOUBLINGS, failures - 1));
    return doubled.compareTo(maxRetry) < 0 ? doubled : maxRetry;
  }
}
