// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/** Sends commands over Kafka (contract, "communicationProtocols", kafka). */
package io.flowmanager.saga.adapter.channel.kafka;
