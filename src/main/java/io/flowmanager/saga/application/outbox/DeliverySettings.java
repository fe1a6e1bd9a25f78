// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.outbox;

import java.time.Duration;

/**
 * How commands are delivered.
 *
 * @param lease how long a node that stored or claimed a command has it for itself; longer than any
 *     send may take
 * @param sendTimeout how long one send may take
 * @param firstRetry delay after the first failure; it doubles with each further one
 * @param maxRetry the delay grows no further than this
 * @param capacity how many commands one node holds in memory; the others wait in the database
 * @param maxInFlight how many commands one channel may have on their way at once
 */
public record DeliverySettings(
    Duration lease,
    Duration sendTimeout,
    Duration firstRetry,
    Duration maxRetry,
    int capacity,
    int maxInFlight) {}
