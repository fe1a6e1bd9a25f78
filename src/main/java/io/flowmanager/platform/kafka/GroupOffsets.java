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

/** Tells Kafka how far a group is. Of the thread that polls. */
public final class GroupOffsets {

  private static final Logger LOG = System.getLogger("io.flowmanager.channel.kafka");

  private final Consumer<?, ?> consumer;
  private final Map<TopicPartition, ReadPosition> told = new HashMap<>();

  public GroupOffsets(Consumer<?, ?> consumer) {
    this.consumer = consumer;
  }

  /**
   * Tells what is new, and does not wait. What Kafka does not note is made good by a later call,
   * which says more, or by the last one.
   *
   * @param next up to where each partition is done
   */
  public void tell(Map<TopicPartition, ReadPosition> next) {
    Map<TopicPartition, ReadPosition> news = new HashMap<>(next);
    news.entrySet().removeAll(told.entrySet());
    if (news.isEmpty()) {
      return;
    }
    told.putAll(news);
    consumer.commitAsync(
        offsets(news),
        (offsets, failure) -> {
          if (failure != null) {
            unnoted(failure);
          }
        });
  }

  /**
   * Tells everything.
   *
   * @return whether Kafka has noted it before the time was over
   */
  public boolean tellNow(Map<TopicPartition, ReadPosition> next, Duration patience) {
    try {
      consumer.commitSync(offsets(next), patience);
      return true;
    } catch (KafkaException e) {
      unnoted(e);
      return false;
    }
  }

  /** These partitions are somebody else's now. */
  public void forget(Collection<TopicPartition> partitions) {
    told.keySet().removeAll(partitions);
  }

  private static Map<TopicPartition, OffsetAndMetadata> offsets(
      Map<TopicPartition, ReadPosition> next) {
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    next.forEach((partition, position) -> offsets.put(partition, position.toCommit()));
    return offsets;
  }

  private static void unnoted(Exception failure) {
    LOG.log(Level.DEBUG, "Kafka did not note the positions: {0}", failure.toString());
  }
}
