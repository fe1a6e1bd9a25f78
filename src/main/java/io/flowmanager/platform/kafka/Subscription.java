// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.kafka;

import org.apache.kafka.clients.consumer.Consumer;

/** A consumer of a group, and what is known of its topics. Of the thread that polls. */
public record Subscription(Consumer<byte[], byte[]> consumer, TopicIds ids, ResumePoints points) {}
