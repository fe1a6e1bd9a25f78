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
 * The partitions assigned to one consumer. The engine checks the order of the records, so each is
 * applied at most once, whatever happens here; this class skips none and repeats few. To be used by
 * the polling thread.
 */
final class AssignedPartitions implements Reading {

  private static final Logger LOG = System.getLogger("io.flowmanager.channel.kafka");
  private static final Duration REVOKE_TIMEOUT = Duration.ofSeconds(3);
  private static final Duration TELL_INTERVAL = Duration.ofSeconds(1);
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

  private final Consumer<byte[], byte[]> consumer;
  private final TopicIds ids;
  private final ResumePoints points;
  private final KafkaInput input;
  private final KafkaDependencies around;
  private final PositionResolver resolver;
  private final Map<TopicPartition, PartitionConsumer> consumers = new HashMap<>();
  private final Map<TopicPartition, PartitionSearch> searches = new HashMap<>();
  private final GroupOffsets offsets;
  private final BooleanSupplier isHeld;
  private Instant toldAt = Instant.EPOCH;

  /**
   * @param isHeld called before each step; if true, no more records are passed on
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
    this.resolver = new PositionResolver(points, around);
    this.offsets = new GroupOffsets(consumer);
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    for (TopicPartition partition : partitions) {
      consumers.put(partition, new PartitionConsumer(input.partition(partition), input, around));
    }
    points.await(partitions);
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    partitions.stream().map(consumers::get).forEach(PartitionConsumer::hold);
    if (!Futures.await(answered(partitions), REVOKE_TIMEOUT)) {
      LOG.log(Level.INFO, "Partitions were revoked while records were being processed.");
    }
    settle();
    offsets.tell(handled());
    onPartitionsLost(partitions);
  }

  @Override
  public void onPartitionsLost(Collection<TopicPartition> partitions) {
    consumers.keySet().removeAll(partitions);
    searches.keySet().removeAll(partitions);
    points.forget(partitions);
    offsets.forget(partitions);
  }

  private List<CompletableFuture<Void>> answered(Collection<TopicPartition> partitions) {
    return partitions.stream().map(consumers::get).map(PartitionConsumer::answered).toList();
  }

  @Override
  public void take(ConsumerRecords<byte[], byte[]> records) {
    for (TopicPartition partition : records.partitions()) {
      PartitionConsumer reading = consumers.get(partition);
      reading.see(ids.of(partition.topic()));
      reading.take(records.records(partition));
    }
  }

  @Override
  public void refused(Collection<TopicPartition> partitions) {
    Instant now = around.clock().instant();
    partitions.stream().map(consumers::get).forEach(reading -> reading.lose(now));
  }

  @Override
  public void step() {
    if (isHeld.getAsBoolean()) {
      hold();
    }
    Instant now = around.clock().instant();
    consumers.forEach(
        (partition, reading) -> {
          reading.see(ids.of(partition.topic()));
          reading.step(now);
          if (reading.isLost(now)) {
            search(partition, reading, now);
          }
        });
    regulate();
  }

  private void search(TopicPartition partition, PartitionConsumer reading, Instant now) {
    try {
      PartitionSearch search =
          searches.computeIfAbsent(
              partition, p -> new PartitionSearch(reading, partition, resolver));
      if (search.isOver()) {
        searches.remove(partition);
      }
    } catch (RuntimeException e) {
      searches.remove(partition);
      reading.tryLater(now);
      tell(reading, e, now);
    }
  }

  /** Logged once, because each partition would report the same unavailable store. */
  private void tell(PartitionConsumer reading, RuntimeException failure, Instant now) {
    if (now.isBefore(toldAt.plus(TELL_INTERVAL))) {
      return;
    }
    toldAt = now;
    LOG.log(
        Level.WARNING,
        "The position of partition {0} cannot be determined now: {1}",
        reading.partition(),
        LogText.of(String.valueOf(failure)));
  }

  private void regulate() {
    for (Map.Entry<TopicPartition, PartitionConsumer> entry : consumers.entrySet()) {
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
    consumers.values().forEach(PartitionConsumer::hold);
  }

  private void settle() {
    Instant now = around.clock().instant();
    consumers.values().forEach(reading -> reading.settle(now));
  }

  @Override
  public boolean isBusy() {
    return consumers.values().stream().anyMatch(reading -> reading.size() > 0)
        || !searches.isEmpty();
  }

  /** Commits offsets to Kafka for its lag, and updates our metrics. */
  @Override
  public void tell() {
    offsets.tell(handled());
    around.telemetry().messagesWaiting(input.channel().flow(), input.channel().channel(), behind());
  }

  @Override
  public void finish() {
    settle();
    offsets.tellNow(handled(), CLOSE_TIMEOUT);
  }

  /** How many records in the log or in memory are not handled yet. */
  private long behind() {
    long inLog =
        consumers.entrySet().stream()
            .filter(entry -> entry.getValue().isReading())
            .mapToLong(entry -> consumer.currentLag(entry.getKey()).orElse(0))
            .sum();
    return inLog + consumers.values().stream().mapToLong(PartitionConsumer::size).sum();
  }

  private Map<TopicPartition, ReadPosition> handled() {
    Map<TopicPartition, ReadPosition> handled = new HashMap<>();
    consumers.forEach(
        (partition, reading) ->
            reading
                .handled()
                .ifPresent(position -> handled.put(partition, PositionResolver.read(position))));
    return handled;
  }
}
