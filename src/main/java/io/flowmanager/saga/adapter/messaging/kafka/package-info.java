// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * Receives events over Kafka (contract, "communicationProtocols", kafka). Positions are stored in
 * the server's own database (decision 0019); they are committed to Kafka for lag monitoring only.
 */
package io.flowmanager.saga.adapter.messaging.kafka;
