// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.adapter.messaging.kafka;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * The partitions that one consumer has been given. Kafka is told only of what is done, without a
 * gap. Of the thread that polls.
 */
final class Partitions implements ConsumerRebalanceListener {

  private static final Logger LOG = System.getLogger("io.flowmanager.router");
  private static final Duration FAREWELL = Duration.ofSeconds(3);

  private final Consumer<byte[], byte[]> consumer;
  private final Supplier<PartitionQueue> newQueues;
  private final Map<TopicPartition, PartitionQueue> queues = new HashMap<>();
  private final Map<TopicPartition, Long> committed = new HashMap<>();

  Partitions(Consumer<byte[], byte[]> consumer, Supplier<PartitionQueue> newQueues) {
    this.consumer = consumer;
    this.newQueues = newQueues;
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    partitions.forEach(partition -> queues.put(partition, newQueues.get()));
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    finish(partitions);
    forget(partitions);
  }

  @Override
  public void onPartitionsLost(Collection<TopicPartition> partitions) {
    queuesOf(partitions).forEach(PartitionQueue::hold);
    forget(partitions);
  }

  /** None is left when the consumer closes in good order. */
  private List<PartitionQueue> queuesOf(Collection<TopicPartition> partitions) {
    return partitions.stream().map(queues::get).filter(Objects::nonNull).toList();
  }

  private void forget(Collection<TopicPartition> partitions) {
    queues.keySet().removeAll(partitions);
    committed.keySet().removeAll(partitions);
  }

  /** Lets what is on its way end, within a bound, and has Kafka note all that is done. */
  void finish() {
    finish(Set.copyOf(queues.keySet()));
    queues.clear();
  }

  private void finish(Collection<TopicPartition> partitions) {
    List<PartitionQueue> ending = queuesOf(partitions);
    ending.forEach(PartitionQueue::hold);
    await(
        CompletableFuture.allOf(
            ending.stream().map(PartitionQueue::ended).toArray(CompletableFuture[]::new)));
    queues.values().forEach(PartitionQueue::settle);
    try {
      consumer.commitSync(all(), FAREWELL);
    } catch (KafkaException e) {
      LOG.log(Level.INFO, "Kafka did not note what is done; some messages come again: {0}", e);
    }
  }

  private static void await(CompletableFuture<Void> ended) {
    try {
      ended.get(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.log(Level.INFO, "Partitions are given up while messages are on their way: {0}", e);
    }
  }

  void take(ConsumerRecords<byte[], byte[]> records) {
    for (TopicPartition partition : records.partitions()) {
      queues.get(partition).take(records.records(partition));
    }
  }

  /** Lets every partition go on as far as it can. */
  void step() {
    queues.values().forEach(PartitionQueue::step);
    queues.forEach(
        (partition, queue) -> {
          if (queue.isHungry()) {
            consumer.resume(List.of(partition));
          } else {
            consumer.pause(List.of(partition));
          }
        });
  }

  /** From now on nothing is handed on or tried again. */
  void hold() {
    queues.values().forEach(PartitionQueue::hold);
  }

  /** Whether something is on its way, so that it may end at any moment. */
  boolean isBusy() {
    return queues.values().stream().anyMatch(PartitionQueue::isBusy);
  }

  /** Tells Kafka how far everything is done. */
  void commit() {
    Map<TopicPartition, OffsetAndMetadata> news = news();
    if (!news.isEmpty()) {
      consumer.commitAsync(
          news,
          (offsets, failure) -> {
            if (failure != null) {
              LOG.log(Level.DEBUG, "Kafka did not note what is done: {0}", failure.toString());
            }
          });
    }
  }

  /** A commit that fails is made good by a later one, which says more, or by the last one. */
  private Map<TopicPartition, OffsetAndMetadata> news() {
    Map<TopicPartition, OffsetAndMetadata> news = all();
    news.entrySet()
        .removeIf(entry -> Long.valueOf(entry.getValue().offset()).equals(told(entry.getKey())));
    news.forEach((partition, done) -> committed.put(partition, done.offset()));
    return news;
  }

  private Long told(TopicPartition partition) {
    return committed.get(partition);
  }

  private Map<TopicPartition, OffsetAndMetadata> all() {
    Map<TopicPartition, OffsetAndMetadata> all = new HashMap<>();
    queues.forEach(
        (partition, queue) -> {
          if (queue.done() >= 0) {
            all.put(partition, new OffsetAndMetadata(queue.done()));
          }
        });
    return all;
  }
}
