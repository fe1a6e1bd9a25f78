// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.adapter.messaging.kafka;

import io.flowmanager.platform.concurrent.Futures;
import io.flowmanager.platform.kafka.GroupOffsets;
import io.flowmanager.platform.kafka.ReadPosition;
import io.flowmanager.platform.kafka.Reading;
import io.flowmanager.platform.kafka.ResumePoint;
import io.flowmanager.platform.kafka.ResumePoints;
import io.flowmanager.platform.kafka.Subscription;
import io.flowmanager.platform.kafka.TopicIds;
import io.flowmanager.router.application.message.ResetCounter;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
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
 * The partitions assigned to one consumer. Only the position up to which everything is processed is
 * committed to Kafka. To be used by the polling thread.
 */
final class Partitions implements Reading {

  private static final Logger LOG = System.getLogger("io.flowmanager.router");
  private static final Duration REVOKE_TIMEOUT = Duration.ofSeconds(3);

  private final Consumer<byte[], byte[]> consumer;
  private final TopicIds ids;
  private final ResumePoints points;
  private final Around around;
  private final Supplier<PartitionQueue> newQueues;
  private final Map<TopicPartition, PartitionQueue> queues = new HashMap<>();
  private final GroupOffsets offsets;

  /** What the partitions of a router depend on. */
  record Around(ResetCounter resets, Clock clock) {}

  Partitions(Subscription subscription, Supplier<PartitionQueue> newQueues, Around around) {
    this.consumer = subscription.consumer();
    this.ids = subscription.ids();
    this.points = subscription.points();
    this.around = around;
    this.newQueues = newQueues;
    this.offsets = new GroupOffsets(consumer);
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    partitions.forEach(partition -> queues.put(partition, newQueues.get()));
    points.await(partitions);
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

  /** Empty when the consumer is closed in an orderly way. */
  private List<PartitionQueue> queuesOf(Collection<TopicPartition> partitions) {
    return partitions.stream().map(queues::get).filter(Objects::nonNull).toList();
  }

  private void forget(Collection<TopicPartition> partitions) {
    queues.keySet().removeAll(partitions);
    points.forget(partitions);
    offsets.forget(partitions);
  }

  /** Waits for running messages and commits the final positions. */
  @Override
  public void finish() {
    finish(Set.copyOf(queues.keySet()));
    queues.clear();
  }

  private void finish(Collection<TopicPartition> partitions) {
    List<PartitionQueue> ending = queuesOf(partitions);
    ending.forEach(PartitionQueue::hold);
    if (!Futures.await(ending.stream().map(PartitionQueue::ended).toList(), REVOKE_TIMEOUT)) {
      LOG.log(Level.INFO, "Partitions were revoked while messages were being processed.");
    }
    queues.values().forEach(PartitionQueue::settle);
    if (!offsets.tellNow(done(), REVOKE_TIMEOUT)) {
      LOG.log(Level.INFO, "Kafka did not accept the positions; some messages will be read again.");
    }
  }

  @Override
  public void take(ConsumerRecords<byte[], byte[]> records) {
    for (TopicPartition partition : records.partitions()) {
      PartitionQueue queue = queues.get(partition);
      queue.see(ids.of(partition.topic()));
      queue.take(records.records(partition));
    }
  }

  @Override
  public void refused(Collection<TopicPartition> partitions) {
    queuesOf(partitions).forEach(PartitionQueue::lose);
  }

  @Override
  public void step() {
    queues.forEach(
        (partition, queue) -> {
          queue.see(ids.of(partition.topic()));
          queue.step();
          if (queue.isLost()) {
            locate(partition, queue);
          }
          if (queue.isHungry()) {
            consumer.resume(List.of(partition));
          } else {
            consumer.pause(List.of(partition));
          }
        });
  }

  private void locate(TopicPartition partition, PartitionQueue queue) {
    ReadPosition stood =
        queue
            .done()
            .or(() -> points.ofGroup(partition))
            .orElseGet(() -> points.ofNewGroup(partition, around.clock().instant()));
    ResumePoint point = points.resume(partition, stood);
    point.change().ifPresent(change -> tell(partition, change));
    points.seek(partition, point.position());
    queue.locate(point.position());
  }

  private void tell(TopicPartition partition, ResumePoint.Change change) {
    LOG.log(Level.ERROR, "Partition {0} of the router: {1}", partition, change.sentence());
    around.resets().count(partition.topic(), change.reason().word());
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

  private Map<TopicPartition, ReadPosition> done() {
    Map<TopicPartition, ReadPosition> done = new HashMap<>();
    queues.forEach(
        (partition, queue) -> queue.done().ifPresent(position -> done.put(partition, position)));
    return done;
  }
}
