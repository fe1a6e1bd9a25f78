// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.adapter.messaging.kafka;

import io.flowmanager.platform.concurrent.Endings;
import io.flowmanager.platform.kafka.GroupOffsets;
import io.flowmanager.platform.kafka.Reading;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/**
 * The partitions that one consumer has been given. Kafka is told only of what is done, without a
 * gap. Of the thread that polls.
 */
final class Partitions implements Reading {

  private static final Logger LOG = System.getLogger("io.flowmanager.router");
  private static final Duration FAREWELL = Duration.ofSeconds(3);

  private final Consumer<byte[], byte[]> consumer;
  private final Supplier<PartitionQueue> newQueues;
  private final Map<TopicPartition, PartitionQueue> queues = new HashMap<>();
  private final GroupOffsets offsets;

  Partitions(Consumer<byte[], byte[]> consumer, Supplier<PartitionQueue> newQueues) {
    this.consumer = consumer;
    this.newQueues = newQueues;
    this.offsets = new GroupOffsets(consumer);
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
    offsets.forget(partitions);
  }

  /** Lets what is on its way end, and has Kafka note all that is done. */
  @Override
  public void finish() {
    finish(Set.copyOf(queues.keySet()));
    queues.clear();
  }

  private void finish(Collection<TopicPartition> partitions) {
    List<PartitionQueue> ending = queuesOf(partitions);
    ending.forEach(PartitionQueue::hold);
    if (!Endings.await(ending.stream().map(PartitionQueue::ended).toList(), FAREWELL)) {
      LOG.log(Level.INFO, "Partitions are given up while messages are on their way.");
    }
    queues.values().forEach(PartitionQueue::settle);
    if (!offsets.tellNow(done(), FAREWELL)) {
      LOG.log(Level.INFO, "Kafka did not note what is done; some messages come again.");
    }
  }

  @Override
  public void take(ConsumerRecords<byte[], byte[]> records) {
    for (TopicPartition partition : records.partitions()) {
      queues.get(partition).take(records.records(partition));
    }
  }

  @Override
  public void step() {
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

  @Override
  public void hold() {
    queues.values().forEach(PartitionQueue::hold);
  }

  @Override
  public boolean isBusy() {
    return queues.values().stream().anyMatch(PartitionQueue::isBusy);
  }

  @Override
  public void tell() {
    offsets.tell(done());
  }

  private Map<TopicPartition, Long> done() {
    Map<TopicPartition, Long> done = new HashMap<>();
    queues.forEach(
        (partition, queue) -> {
          if (queue.done() >= 0) {
            done.put(partition, queue.done());
          }
        });
    return done;
  }
}
