// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.kafka;

import org.apache.kafka.clients.consumer.Consumer;

/**
 * A consumer of a group, with the ids and resume points of its topics. To be used by the polling
 * thread.
 */
public record Subscription(Consumer<byte[], byte[]> consumer, TopicIds ids, ResumePoints points) {}
