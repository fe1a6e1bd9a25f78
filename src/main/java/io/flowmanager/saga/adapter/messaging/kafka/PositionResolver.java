// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.messaging.kafka;

import io.flowmanager.platform.kafka.ReadPosition;
import io.flowmanager.platform.kafka.ResumePoint;
import io.flowmanager.platform.kafka.ResumePoints;
import io.flowmanager.saga.application.inbox.ConsumerPosition;
import io.flowmanager.saga.application.inbox.LogPartition;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.TopicPartition;

/**
 * Determines where to read a partition: at its stored position, if the log still has it. A
 * partition without a stored position starts at the offset committed to Kafka, so that a channel of
 * another product can be taken over without a gap; without a committed offset it starts at the
 * beginning of the log.
 *
 * <p>The database is queried on another thread, the broker on the polling thread, with a time
 * limit.
 */
final class PositionResolver {

  private static final Logger LOG = System.getLogger("io.flowmanager.channel.kafka");

  private final ResumePoints points;
  private final KafkaDependencies around;

  PositionResolver(ResumePoints points, KafkaDependencies around) {
    this.points = points;
    this.around = around;
  }

  /** Reads the stored position. */
  CompletableFuture<Optional<ConsumerPosition>> stored(LogPartition partition) {
    return CompletableFuture.supplyAsync(
        () -> Optional.ofNullable(around.inbox().positions(Set.of(partition)).get(partition)),
        around.workers());
  }

  /** Stores the first position, unless another node was faster. */
  CompletableFuture<Optional<ConsumerPosition>> begin(
      LogPartition partition, TopicPartition broker) {
    ReadPosition first =
        points.ofGroup(broker).orElseGet(() -> points.ofNewGroup(broker, around.clock().instant()));
    LOG.log(
        Level.INFO,
        "Partition {0} is read for the first time, from {1}.",
        partition,
        String.valueOf(first.next()));
    return CompletableFuture.runAsync(
            () -> around.inbox().begin(Map.of(partition, stored(first))), around.workers())
        .thenComposeAsync(done -> stored(partition), around.workers());
  }

  /** The resume point for a stored position. */
  ResumePoint resume(TopicPartition broker, ConsumerPosition position) {
    return points.resume(broker, read(position));
  }

  /** Stores the new position and logs the reason, unless another node was faster. */
  CompletableFuture<Optional<ConsumerPosition>> replace(
      LogPartition partition, ConsumerPosition stood, ResumePoint point) {
    return CompletableFuture.runAsync(
            () -> {
              if (around.inbox().replace(partition, stood, stored(point.position()))) {
                point.change().ifPresent(change -> tell(partition, change));
              }
            },
            around.workers())
        .thenComposeAsync(done -> stored(partition), around.workers());
  }

  private void tell(LogPartition partition, ResumePoint.Change change) {
    LOG.log(Level.ERROR, "Partition {0}: {1}", partition, change.sentence());
    around
        .telemetry()
        .positionReplaced(partition.flow(), partition.channel(), change.reason().word());
  }

  void seek(TopicPartition broker, ConsumerPosition position) {
    points.seek(broker, read(position));
  }

  static ReadPosition read(ConsumerPosition position) {
    return new ReadPosition(position.next(), position.log(), position.epoch());
  }

  static ConsumerPosition stored(ReadPosition position) {
    return new ConsumerPosition(position.next(), position.topicId(), position.epoch());
  }
}
