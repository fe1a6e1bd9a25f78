// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * Receives events and notifications over Kafka (contract of the router, "Kafka file"). Unlike the
 * engine, the router does not store positions with its effects: a message may be read again until
 * its offset is committed to Kafka, and its key makes a repeat have no effect.
 */
package io.flowmanager.router.adapter.messaging.kafka;
