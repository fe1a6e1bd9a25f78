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
 * The records of one partition on their way through the router, many at once. It knows up to where
 * all of them are done. Of the thread that polls.
 */
final class PartitionQueue {

  /** So many records are remembered behind one that takes long; more are not handed on. */
  private static final int MAX_AHEAD = 10_000;

  private enum State {
    /** Where to read from is not known, or not there any more: what was fetched is handed on. */
    LOST,
    READING,
    /** Nothing more is handed on. */
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
   * @param handling completes with whether the record is done for ever; is told how to ask whether
   *     it still belongs to this queue
   */
  PartitionQueue(
      BiFunction<ConsumerRecord<byte[], byte[]>, BooleanSupplier, CompletableFuture<Boolean>>
          handling,
      int maxInFlight) {
    this.handling = handling;
    this.maxInFlight = maxInFlight;
  }

  /** Whether its position must be found out now: nothing of an earlier one is on its way. */
  boolean isLost() {
    return state == State.LOST && waiting.isEmpty() && flights.isEmpty();
  }

  /** From now on records are read from there. */
  void locate(ReadPosition position) {
    state = State.READING;
    done = Optional.of(position);
    topicId = position.topicId();
  }

  /** The broker does not have what is to be read next. */
  void lose() {
    if (state == State.READING) {
      state = State.LOST;
    }
  }

  /** Its topic has that id now; empty when it does not exist. */
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
   * Hands on what there is room for, and looks at what has ended.
   *
   * @throws java.util.concurrent.CompletionException when nobody will handle a record any more: all
   *     that is not done must be read again
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

  /** From now on nothing is handed on or tried again: the partition is somebody else's. */
  void hold() {
    state = State.HELD;
    waiting.clear();
  }

  /** Completes when everything on its way has ended, in whatever way. */
  CompletableFuture<Void> ended() {
    return CompletableFuture.allOf(
            flights.stream().map(Flight::end).toArray(CompletableFuture[]::new))
        .exceptionally(failure -> null);
  }

  /** Up to where everything is done; empty when that is not known. */
  Optional<ReadPosition> done() {
    return done;
  }
}
