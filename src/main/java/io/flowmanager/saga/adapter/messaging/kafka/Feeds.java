// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.messaging.kafka;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * The partitions that one consumer has been given. Records of a partition are handled at most once
 * whatever happens here, since the engine checks each record's turn; what this class cares for is
 * that none is left out and that little is done in vain. Of the thread that polls.
 */
final class Feeds implements ConsumerRebalanceListener {

  private static final Logger LOG = System.getLogger("io.flowmanager.channel.kafka");
  private static final Duration FAREWELL = Duration.ofSeconds(3);

  private final Consumer<byte[], byte[]> consumer;
  private final KafkaInput input;
  private final Surroundings around;
  private final Locator locator;
  private final Map<TopicPartition, PartitionFeed> feeds = new HashMap<>();
  private final Map<TopicPartition, PartitionSearch> searches = new HashMap<>();
  private final Map<TopicPartition, Long> told = new HashMap<>();

  Feeds(Consumer<byte[], byte[]> consumer, KafkaInput input, Surroundings around) {
    this.consumer = consumer;
    this.input = input;
    this.around = around;
    this.locator = new Locator(consumer, around);
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    for (TopicPartition partition : partitions) {
      feeds.put(partition, new PartitionFeed(input.partition(partition), input, around));
    }
    consumer.pause(partitions);
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    partitions.stream().map(feeds::get).forEach(PartitionFeed::hold);
    await(answered(partitions));
    settle();
    tellKafka();
    onPartitionsLost(partitions);
  }

  @Override
  public void onPartitionsLost(Collection<TopicPartition> partitions) {
    feeds.keySet().removeAll(partitions);
    searches.keySet().removeAll(partitions);
    told.keySet().removeAll(partitions);
  }

  private CompletableFuture<Void> answered(Collection<TopicPartition> partitions) {
    return CompletableFuture.allOf(
        partitions.stream()
            .map(feeds::get)
            .map(PartitionFeed::answered)
            .toArray(CompletableFuture[]::new));
  }

  private static void await(CompletableFuture<Void> answered) {
    try {
      answered.get(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.log(Level.INFO, "Partitions are given up while records are on their way: {0}", e);
    }
  }

  void take(ConsumerRecords<byte[], byte[]> records) {
    for (TopicPartition partition : records.partitions()) {
      feeds.get(partition).take(records.records(partition));
    }
  }

  /** Lets every partition go on as far as it can. */
  void step() {
    Instant now = around.clock().instant();
    feeds.forEach(
        (partition, feed) -> {
          feed.step(now);
          if (feed.isLost(now)) {
            search(partition, feed, now);
          }
        });
    regulate();
  }

  private void search(TopicPartition partition, PartitionFeed feed, Instant now) {
    try {
      PartitionSearch search =
          searches.computeIfAbsent(partition, p -> new PartitionSearch(feed, partition, locator));
      if (search.isOver(consumer)) {
        searches.remove(partition);
      }
    } catch (RuntimeException e) {
      searches.remove(partition);
      feed.tryLater(now);
      LOG.log(
          Level.WARNING,
          "The position of partition {0} cannot be found out now: {1}",
          feed.partition(),
          e);
    }
  }

  private void regulate() {
    for (Map.Entry<TopicPartition, PartitionFeed> entry : feeds.entrySet()) {
      Collection<TopicPartition> one = List.of(entry.getKey());
      if (entry.getValue().isHungry()) {
        consumer.resume(one);
      } else {
        consumer.pause(one);
      }
    }
  }

  /** From now on nothing is handed over. */
  void hold() {
    feeds.values().forEach(PartitionFeed::hold);
    consumer.pause(feeds.keySet());
  }

  void settle() {
    Instant now = around.clock().instant();
    feeds.values().forEach(feed -> feed.settle(now));
  }

  /** Whether something is on its way, so that an answer may come at any moment. */
  boolean isBusy() {
    return feeds.values().stream().anyMatch(feed -> feed.size() > 0) || !searches.isEmpty();
  }

  /** How many records are in the log or on their way, and not handled. */
  long behind() {
    long inLog = feeds.keySet().stream().mapToLong(p -> consumer.currentLag(p).orElse(0)).sum();
    return inLog + feeds.values().stream().mapToLong(PartitionFeed::size).sum();
  }

  /** Tells Kafka how far the group is, for whoever watches its lag. */
  void tellKafka() {
    Map<TopicPartition, OffsetAndMetadata> news = news();
    if (news.isEmpty()) {
      return;
    }
    consumer.commitAsync(
        news,
        (offsets, failure) -> {
          if (failure != null) {
            LOG.log(Level.DEBUG, "Kafka did not note the positions: {0}", failure.toString());
          }
        });
  }

  /** As {@link #tellKafka}, and waits until Kafka knows, or that time is over. */
  void tellKafkaNow(Duration patience) {
    try {
      consumer.commitSync(news(), patience);
    } catch (KafkaException e) {
      LOG.log(Level.DEBUG, "Kafka did not note the last positions: {0}", e.toString());
    }
  }

  private Map<TopicPartition, OffsetAndMetadata> news() {
    Map<TopicPartition, OffsetAndMetadata> news = new HashMap<>();
    feeds.forEach(
        (partition, feed) -> {
          long handled = feed.handled();
          if (handled >= 0 && !Long.valueOf(handled).equals(told.put(partition, handled))) {
            news.put(partition, new OffsetAndMetadata(handled));
          }
        });
    return news;
  }
}
