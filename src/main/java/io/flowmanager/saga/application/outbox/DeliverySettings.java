// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.outbox;

import java.time.Duration;

/**
 * How commands are delivered.
 *
 * @param lease how long a command belongs to the node that stored or claimed it; longer than any
 *     send may take
 * @param sendTimeout how long one send may take
 * @param firstRetry delay after the first failure; it doubles with each further failure
 * @param maxRetry longest delay
 * @param capacity how many commands one node keeps in memory; the others wait in the database
 * @param maxInFlight how many sends of one channel may run at once
 */
public record DeliverySettings(
    Duration lease,
    Duration sendTimeout,
    Duration firstRetry,
    Duration maxRetry,
    int capacity,
    int maxInFlight) {}
