// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * Events and notifications that come in over Kafka (contract of the router, "Kafka file"). Unlike
 * the engine, the router has no state that could hold a position: a message is read again until
 * Kafka has noted that it is done, and its key keeps a repeat from acting twice.
 */
package io.flowmanager.router.adapter.messaging.kafka;
