// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/** The order flow over Kafka: the broker, and the same three services as its clients. */
package order.kafka;
