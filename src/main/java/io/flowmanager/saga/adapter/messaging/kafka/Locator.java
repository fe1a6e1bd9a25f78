// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.messaging.kafka;

import io.flowmanager.saga.application.LogPartition;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Finds out from where a partition is to be read: from its stored position. A partition that has
 * none begins where Kafka's own group stands, so that a channel of another product is taken over
 * without a gap, and the beginning of the log when there is no such group.
 *
 * <p>The database is asked on another thread, the broker on the thread that polls, with a bound.
 */
final class Locator {

  private static final Logger LOG = System.getLogger("io.flowmanager.channel.kafka");
  private static final Duration BOUND = Duration.ofSeconds(5);

  private final Consumer<?, ?> consumer;
  private final Surroundings around;

  Locator(Consumer<?, ?> consumer, Surroundings around) {
    this.consumer = consumer;
    this.around = around;
  }

  /** Asks for the stored position. */
  CompletableFuture<Optional<Long>> stored(LogPartition partition) {
    return CompletableFuture.supplyAsync(
        () -> Optional.ofNullable(around.inbox().positions(Set.of(partition)).get(partition)),
        around.workers());
  }

  /** Stores Kafka's own position as the first one; another node may be faster. */
  CompletableFuture<Optional<Long>> begin(LogPartition partition, TopicPartition broker) {
    long position = consumer.position(broker, BOUND);
    LOG.log(
        Level.INFO,
        "Partition {0} is read for the first time, from {1}.",
        partition,
        Long.toString(position));
    return CompletableFuture.runAsync(
            () -> around.inbox().begin(Map.of(partition, position)), around.workers())
        .thenComposeAsync(done -> stored(partition), around.workers());
  }

  /**
   * Whether the log still has that position.
   *
   * @return the position to begin from instead: a log that ends before it has been made anew
   */
  Optional<Long> replacement(LogPartition partition, TopicPartition broker, long position) {
    long first = consumer.beginningOffsets(List.of(broker), BOUND).get(broker);
    long end = consumer.endOffsets(List.of(broker), BOUND).get(broker);
    if (position < first) {
      LOG.log(
          Level.ERROR,
          "Partition {0} has lost the messages from {1} to {2} before they were read: its retention is too short.",
          partition,
          Long.toString(position),
          Long.toString(first - 1));
    }
    if (position <= end) {
      return Optional.empty();
    }
    LOG.log(
        Level.WARNING,
        "Partition {0} was read up to {1} and ends at {2}: it has been made anew and is read from {3}.",
        partition,
        Long.toString(position),
        Long.toString(end),
        Long.toString(first));
    return Optional.of(first);
  }

  /** Sets the stored position back. */
  CompletableFuture<Optional<Long>> reset(LogPartition partition, long position) {
    return CompletableFuture.supplyAsync(
        () -> {
          around.inbox().reset(partition, position);
          return Optional.of(position);
        },
        around.workers());
  }
}
