// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.messaging.kafka;

import io.flowmanager.platform.concurrent.Futures;
import io.flowmanager.platform.kafka.GroupOffsets;
import io.flowmanager.platform.kafka.ReadPosition;
import io.flowmanager.platform.kafka.Reading;
import io.flowmanager.platform.kafka.ResumePoints;
import io.flowmanager.platform.kafka.Subscription;
import io.flowmanager.platform.kafka.TopicIds;
import io.flowmanager.platform.log.LogText;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/**
 * The partitions that one consumer has been given. Records of a partition are handled at most once
 * whatever happens here, since the engine checks each record's turn; what this class cares for is
 * that none is left out and that little is done in vain. Of the thread that polls.
 */
final class AssignedPartitions implements Reading {

  private static final Logger LOG = System.getLogger("io.flowmanager.channel.kafka");
  private static final Duration FAREWELL = Duration.ofSeconds(3);
  private static final Duration TELL_INTERVAL = Duration.ofSeconds(1);
  private static final Duration LAST_WORD = Duration.ofSeconds(2);

  private final Consumer<byte[], byte[]> consumer;
  private final TopicIds ids;
  private final ResumePoints points;
  private final KafkaInput input;
  private final KafkaDependencies around;
  private final PositionResolver locator;
  private final Map<TopicPartition, PartitionConsumer> feeds = new HashMap<>();
  private final Map<TopicPartition, PartitionSearch> searches = new HashMap<>();
  private final GroupOffsets offsets;
  private final BooleanSupplier isHeld;
  private Instant toldAt = Instant.EPOCH;

  /**
   * @param isHeld asked before each step whether nothing is to be handed over any more
   */
  AssignedPartitions(
      Subscription subscription,
      KafkaInput input,
      KafkaDependencies around,
      BooleanSupplier isHeld) {
    this.consumer = subscription.consumer();
    this.ids = subscription.ids();
    this.points = subscription.points();
    this.input = input;
    this.around = around;
    this.isHeld = isHeld;
    this.locator = new PositionResolver(points, around);
    this.offsets = new GroupOffsets(consumer);
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    for (TopicPartition partition : partitions) {
      feeds.put(partition, new PartitionConsumer(input.partition(partition), input, around));
    }
    points.await(partitions);
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    partitions.stream().map(feeds::get).forEach(PartitionConsumer::hold);
    if (!Futures.await(answered(partitions), FAREWELL)) {
      LOG.log(Level.INFO, "Partitions are given up while records are on their way.");
    }
    settle();
    offsets.tell(handled());
    onPartitionsLost(partitions);
  }

  @Override
  public void onPartitionsLost(Collection<TopicPartition> partitions) {
    feeds.keySet().removeAll(partitions);
    searches.keySet().removeAll(partitions);
    points.forget(partitions);
    offsets.forget(partitions);
  }

  private List<CompletableFuture<Void>> answered(Collection<TopicPartition> partitions) {
    return partitions.stream().map(feeds::get).map(PartitionConsumer::answered).toList();
  }

  @Override
  public void take(ConsumerRecords<byte[], byte[]> records) {
    for (TopicPartition partition : records.partitions()) {
      PartitionConsumer feed = feeds.get(partition);
      feed.see(ids.of(partition.topic()));
      feed.take(records.records(partition));
    }
  }

  @Override
  public void refused(Collection<TopicPartition> partitions) {
    Instant now = around.clock().instant();
    partitions.stream().map(feeds::get).forEach(feed -> feed.lose(now));
  }

  @Override
  public void step() {
    if (isHeld.getAsBoolean()) {
      hold();
    }
    Instant now = around.clock().instant();
    feeds.forEach(
        (partition, feed) -> {
          feed.see(ids.of(partition.topic()));
          feed.step(now);
          if (feed.isLost(now)) {
            search(partition, feed, now);
          }
        });
    regulate();
  }

  private void search(TopicPartition partition, PartitionConsumer feed, Instant now) {
    try {
      PartitionSearch search =
          searches.computeIfAbsent(partition, p -> new PartitionSearch(feed, partition, locator));
      if (search.isOver()) {
        searches.remove(partition);
      }
    } catch (RuntimeException e) {
      searches.remove(partition);
      feed.tryLater(now);
      tell(feed, e, now);
    }
  }

  /** Of one store that is away each partition would tell. */
  private void tell(PartitionConsumer feed, RuntimeException failure, Instant now) {
    if (now.isBefore(toldAt.plus(TELL_INTERVAL))) {
      return;
    }
    toldAt = now;
    LOG.log(
        Level.WARNING,
        "The position of partition {0} cannot be found out now: {1}",
        feed.partition(),
        LogText.of(String.valueOf(failure)));
  }

  private void regulate() {
    for (Map.Entry<TopicPartition, PartitionConsumer> entry : feeds.entrySet()) {
      Collection<TopicPartition> one = List.of(entry.getKey());
      if (entry.getValue().isHungry()) {
        consumer.resume(one);
      } else {
        consumer.pause(one);
      }
    }
  }

  @Override
  public void hold() {
    feeds.values().forEach(PartitionConsumer::hold);
  }

  private void settle() {
    Instant now = around.clock().instant();
    feeds.values().forEach(feed -> feed.settle(now));
  }

  @Override
  public boolean isBusy() {
    return feeds.values().stream().anyMatch(feed -> feed.size() > 0) || !searches.isEmpty();
  }

  /** For whoever watches the lag of the group at Kafka, and for our own metrics. */
  @Override
  public void tell() {
    offsets.tell(handled());
    around.telemetry().messagesWaiting(input.channel().flow(), input.channel().channel(), behind());
  }

  @Override
  public void finish() {
    settle();
    offsets.tellNow(handled(), LAST_WORD);
  }

  /** How many records are in the log or on their way, and not handled. */
  private long behind() {
    long inLog =
        feeds.entrySet().stream()
            .filter(entry -> entry.getValue().isReading())
            .mapToLong(entry -> consumer.currentLag(entry.getKey()).orElse(0))
            .sum();
    return inLog + feeds.values().stream().mapToLong(PartitionConsumer::size).sum();
  }

  private Map<TopicPartition, ReadPosition> handled() {
    Map<TopicPartition, ReadPosition> handled = new HashMap<>();
    feeds.forEach(
        (partition, feed) ->
            feed.handled()
                .ifPresent(position -> handled.put(partition, PositionResolver.read(position))));
    return handled;
  }
}
