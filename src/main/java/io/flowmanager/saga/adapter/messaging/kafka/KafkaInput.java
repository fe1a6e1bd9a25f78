// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.messaging.kafka;

import io.flowmanager.saga.application.channel.Channels;
import io.flowmanager.saga.application.inbox.LogPartition;
import java.util.List;
import org.apache.kafka.common.TopicPartition;

/**
 * The Kafka input of one channel.
 *
 * @param keepsDeadLetters whether records that are not applied become dead letters
 * @param maxInFlight how many records of one partition the engine may process at once
 */
public record KafkaInput(
    Channels.Key channel,
    String group,
    List<String> topics,
    boolean keepsDeadLetters,
    int maxInFlight) {

  LogPartition partition(TopicPartition partition) {
    return new LogPartition(
        channel.flow(), channel.channel(), group, partition.topic(), partition.partition());
  }
}
