// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.messaging.kafka;

import io.flowmanager.saga.application.channel.Channels;
import io.flowmanager.saga.application.inbox.LogPartition;
import java.util.List;
import org.apache.kafka.common.TopicPartition;

/**
 * What one channel reads.
 *
 * @param keepsDeadLetters whether records that are not applied are to be passed on
 * @param maxInFlight how many records of one partition may be on their way through the engine
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
