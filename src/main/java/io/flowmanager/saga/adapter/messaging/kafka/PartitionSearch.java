// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.messaging.kafka;

import io.flowmanager.platform.kafka.ResumePoint;
import io.flowmanager.saga.application.inbox.ConsumerPosition;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.TopicPartition;

/** The way of one lost partition to the position that it is read from, step by step. */
final class PartitionSearch {

  private final PartitionConsumer feed;
  private final TopicPartition broker;
  private final PositionResolver locator;
  private CompletableFuture<Optional<ConsumerPosition>> question;
  private boolean begun;

  PartitionSearch(PartitionConsumer feed, TopicPartition broker, PositionResolver locator) {
    this.feed = feed;
    this.broker = broker;
    this.locator = locator;
    this.question = locator.stored(feed.partition());
  }

  /**
   * Goes on as far as that is possible without waiting for the database.
   *
   * @return whether the search is over: the feed knows its position then
   * @throws RuntimeException when database or broker fail; the search is to be begun again
   */
  boolean isOver() {
    if (!question.isDone()) {
      return false;
    }
    Optional<ConsumerPosition> position = question.join();
    if (position.isEmpty() && !begun) {
      begun = true;
      question = locator.begin(feed.partition(), broker);
      return false;
    }
    return position.isPresent() && isReached(position.get());
  }

  private boolean isReached(ConsumerPosition position) {
    ResumePoint point = locator.resume(broker, position);
    if (!PositionResolver.stored(point.position()).equals(position)) {
      question = locator.replace(feed.partition(), position, point);
      return false;
    }
    locator.seek(broker, position);
    feed.locate(position);
    return true;
  }
}
