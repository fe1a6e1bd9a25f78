// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.adapter.messaging.kafka;

import io.flowmanager.platform.kafka.ReadPosition;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The records of one partition that the router is processing, many at once. It tracks the position
 * up to which all of them are processed. To be used by the polling thread.
 */
final class PartitionQueue {

  /** Maximum number of records tracked behind a slow one; further records wait. */
  private static final int MAX_AHEAD = 10_000;

  private enum State {
    /** The position is unknown or no longer exists; fetched records are still passed on. */
    LOST,
    READING,
    /** No more records are passed on. */
    HELD
  }

  private record Flight(ReadPosition next, CompletableFuture<Boolean> end) {

    boolean isDone() {
      return end.isDone() && !end.isCompletedExceptionally() && end.join();
    }
  }

  private final BiFunction<
          ConsumerRecord<byte[], byte[]>, BooleanSupplier, CompletableFuture<Boolean>>
      handling;
  private final int maxInFlight;
  private final Deque<ConsumerRecord<byte[], byte[]>> waiting = new ArrayDeque<>();
  private final Deque<Flight> flights = new ArrayDeque<>();
  private final AtomicInteger flying = new AtomicInteger();
  private volatile State state = State.LOST;
  private Optional<ReadPosition> done = Optional.empty();
  private Optional<String> topicId = Optional.empty();

  /**
   * @param handling completes with whether the record is processed for good; receives a check
   *     whether the record still belongs to this queue
   */
  PartitionQueue(
      BiFunction<ConsumerRecord<byte[], byte[]>, BooleanSupplier, CompletableFuture<Boolean>>
          handling,
      int maxInFlight) {
    this.handling = handling;
    this.maxInFlight = maxInFlight;
  }

  /**
   * Whether the position must be determined now: no record of an earlier position is being
   * processed.
   */
  boolean isLost() {
    return state == State.LOST && waiting.isEmpty() && flights.isEmpty();
  }

  /** Sets the position to read from. */
  void locate(ReadPosition position) {
    state = State.READING;
    done = Optional.of(position);
    topicId = position.topicId();
  }

  /** Reports that the broker does not have the next position. */
  void lose() {
    if (state == State.READING) {
      state = State.LOST;
    }
  }

  /** Reports the current id of the topic; empty if the topic does not exist. */
  void see(Optional<String> id) {
    if (id.isPresent() && !id.equals(topicId)) {
      lose();
    }
  }

  /** Whether more records may be fetched. */
  boolean isHungry() {
    return state == State.READING && waiting.isEmpty() && hasRoom();
  }

  private boolean hasRoom() {
    return state != State.HELD && flying.get() < maxInFlight && flights.size() < MAX_AHEAD;
  }

  boolean isBusy() {
    return !waiting.isEmpty() || flying.get() > 0 || isLost();
  }

  void take(List<ConsumerRecord<byte[], byte[]>> records) {
    if (state == State.READING) {
      waiting.addAll(records);
    }
  }

  /**
   * Passes on as many records as fit, and processes the results of those that have ended.
   *
   * @throws java.util.concurrent.CompletionException if a record can no longer be handled: all
   *     records that are not done must be read again
   */
  void step() {
    settle();
    if (!flights.isEmpty() && flights.element().end().isCompletedExceptionally()) {
      flights.element().end().join();
    }
    while (!waiting.isEmpty() && hasRoom()) {
      handOn(waiting.remove());
    }
    settle();
  }

  private void handOn(ConsumerRecord<byte[], byte[]> entry) {
    flying.incrementAndGet();
    CompletableFuture<Boolean> end = handle(entry);
    flights.add(
        new Flight(new ReadPosition(entry.offset() + 1, topicId, entry.leaderEpoch()), end));
    end.whenComplete((isDone, failure) -> flying.decrementAndGet());
  }

  private CompletableFuture<Boolean> handle(ConsumerRecord<byte[], byte[]> entry) {
    try {
      return handling.apply(entry, () -> state != State.HELD);
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  void settle() {
    while (!flights.isEmpty() && flights.element().isDone()) {
      done = Optional.of(flights.remove().next());
    }
  }

  /** Stops passing on and retrying records: the partition is no longer assigned. */
  void hold() {
    state = State.HELD;
    waiting.clear();
  }

  /** Completes when all running records have ended, successfully or not. */
  CompletableFuture<Void> ended() {
    return CompletableFuture.allOf(
            flights.stream().map(Flight::end).toArray(CompletableFuture[]::new))
        .exceptionally(failure -> null);
  }

  /** The position up to which everything is done; empty if it is not known. */
  Optional<ReadPosition> done() {
    return done;
  }
}
