// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.remote;

import io.flowmanager.saga.application.remote.IntentTransactions.Lease;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * How sagas are taken by one worker at a time.
 *
 * @param length how long one request has its saga for itself: longer than a read and a write take
 *     with all their attempts
 * @param workers makes names
 */
public record Leases(Clock clock, Duration length, Supplier<UUID> workers) {

  Instant now() {
    return clock.instant();
  }

  Lease begin() {
    Instant now = now();
    return new Lease(now, now.plus(length));
  }

  String newWorker() {
    return workers.get().toString();
  }
}
