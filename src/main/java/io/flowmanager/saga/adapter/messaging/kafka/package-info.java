// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * Events that come in over Kafka (contract, "communicationProtocols", kafka). Positions live in the
 * server's own database (decision 0019); Kafka is told them for its lag monitoring only.
 */
package io.flowmanager.saga.adapter.messaging.kafka;
