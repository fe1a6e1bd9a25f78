// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * How to reach a Kafka cluster and how to be let in, in the words of KafkaJS, made into properties
 * of the Java client; a watch on whether the cluster is there, and what sends and reads records
 * without ever holding anybody up (decision 0020). Knows nothing of sagas.
 */
package io.flowmanager.platform.kafka;
