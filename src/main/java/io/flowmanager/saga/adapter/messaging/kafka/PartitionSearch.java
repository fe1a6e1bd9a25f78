// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.messaging.kafka;

import io.flowmanager.platform.kafka.ResumePoint;
import io.flowmanager.saga.application.inbox.ConsumerPosition;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.TopicPartition;

/** Determines the position of one partition, step by step. */
final class PartitionSearch {

  private final PartitionConsumer reading;
  private final TopicPartition broker;
  private final PositionResolver resolver;
  private CompletableFuture<Optional<ConsumerPosition>> question;
  private boolean begun;

  PartitionSearch(PartitionConsumer reading, TopicPartition broker, PositionResolver resolver) {
    this.reading = reading;
    this.broker = broker;
    this.resolver = resolver;
    this.question = resolver.stored(reading.partition());
  }

  /**
   * Continues as far as possible without waiting for the database.
   *
   * @return whether the search is complete: then the consumer has its position
   * @throws RuntimeException if the database or the broker fails; the search has to be restarted
   */
  boolean isOver() {
    if (!question.isDone()) {
      return false;
    }
    Optional<ConsumerPosition> position = question.join();
    if (position.isEmpty() && !begun) {
      begun = true;
      question = resolver.begin(reading.partition(), broker);
      return false;
    }
    return position.isPresent() && isReached(position.get());
  }

  private boolean isReached(ConsumerPosition position) {
    ResumePoint point = resolver.resume(broker, position);
    if (!PositionResolver.stored(point.position()).equals(position)) {
      question = resolver.replace(reading.partition(), position, point);
      return false;
    }
    resolver.seek(broker, position);
    reading.locate(position);
    return true;
  }
}
