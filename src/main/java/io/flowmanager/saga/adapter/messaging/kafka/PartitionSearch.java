// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.messaging.kafka;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** The way of one lost partition to the position that it is read from, step by step. */
final class PartitionSearch {

  private final PartitionFeed feed;
  private final TopicPartition broker;
  private final Locator locator;
  private CompletableFuture<Optional<Long>> question;
  private boolean begun;

  PartitionSearch(PartitionFeed feed, TopicPartition broker, Locator locator) {
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
  boolean isOver(Consumer<?, ?> consumer) {
    if (!question.isDone()) {
      return false;
    }
    Optional<Long> position = question.join();
    if (position.isEmpty() && !begun) {
      begun = true;
      question = locator.begin(feed.partition(), broker);
      return false;
    }
    return position.isPresent() && isReached(consumer, position.get());
  }

  private boolean isReached(Consumer<?, ?> consumer, long position) {
    Optional<Long> replacement = locator.replacement(feed.partition(), broker, position);
    if (replacement.isPresent()) {
      question = locator.reset(feed.partition(), replacement.get());
      return false;
    }
    consumer.seek(broker, position);
    feed.locate(position);
    return true;
  }
}
