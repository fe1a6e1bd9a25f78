// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.kafka;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** Commits the offsets of a group to Kafka. To be used by the polling thread. */
public final class GroupOffsets {

  private static final Logger LOG = System.getLogger("io.flowmanager.channel.kafka");

  private final Consumer<?, ?> consumer;
  private final Map<TopicPartition, ReadPosition> told = new HashMap<>();

  public GroupOffsets(Consumer<?, ?> consumer) {
    this.consumer = consumer;
  }

  /**
   * Commits new positions without waiting. A commit that fails is superseded by a later one.
   *
   * @param next position up to which each partition is processed
   */
  public void tell(Map<TopicPartition, ReadPosition> next) {
    Map<TopicPartition, ReadPosition> changed = new HashMap<>(next);
    changed.entrySet().removeAll(told.entrySet());
    if (changed.isEmpty()) {
      return;
    }
    told.putAll(changed);
    consumer.commitAsync(
        offsets(changed),
        (offsets, failure) -> {
          if (failure != null) {
            uncommitted(failure);
          }
        });
  }

  /**
   * Commits all positions and waits for the result.
   *
   * @return whether Kafka accepted them in time
   */
  public boolean tellNow(Map<TopicPartition, ReadPosition> next, Duration timeout) {
    try {
      consumer.commitSync(offsets(next), timeout);
      return true;
    } catch (KafkaException e) {
      uncommitted(e);
      return false;
    }
  }

  /** These partitions are no longer assigned to this reader. */
  public void forget(Collection<TopicPartition> partitions) {
    told.keySet().removeAll(partitions);
  }

  private static Map<TopicPartition, OffsetAndMetadata> offsets(
      Map<TopicPartition, ReadPosition> next) {
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    next.forEach((partition, position) -> offsets.put(partition, position.toCommit()));
    return offsets;
  }

  private static void uncommitted(Exception failure) {
    LOG.log(Level.DEBUG, "Kafka did not take the positions: {0}", failure.toString());
  }
}
