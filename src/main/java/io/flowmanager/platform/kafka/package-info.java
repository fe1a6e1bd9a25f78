// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * Kafka: settings in the format of KafkaJS, converted to properties of the Java client; a watch
 * that checks whether the cluster is reachable; senders and readers that never block their callers
 * (decision 0020). Knows nothing of sagas.
 */
package io.flowmanager.platform.kafka;
