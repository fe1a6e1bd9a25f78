// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.adapter.messaging.kafka;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
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

  private record Flight(long next, CompletableFuture<Boolean> end) {

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
  private volatile boolean held;
  private long done = -1;

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

  /** Whether more records may be fetched. */
  boolean isHungry() {
    return waiting.isEmpty() && hasRoom();
  }

  private boolean hasRoom() {
    return !held && flying.get() < maxInFlight && flights.size() < MAX_AHEAD;
  }

  boolean isBusy() {
    return !waiting.isEmpty() || flying.get() > 0;
  }

  void take(List<ConsumerRecord<byte[], byte[]>> records) {
    if (!held) {
      waiting.addAll(records);
    }
  }

  /** Hands on what there is room for, and looks at what has ended. */
  void step() {
    settle();
    while (!waiting.isEmpty() && hasRoom()) {
      handOn(waiting.remove());
    }
    settle();
  }

  private void handOn(ConsumerRecord<byte[], byte[]> entry) {
    flying.incrementAndGet();
    CompletableFuture<Boolean> end = handling.apply(entry, () -> !held);
    flights.add(new Flight(entry.offset() + 1, end));
    end.whenComplete((isDone, failure) -> flying.decrementAndGet());
  }

  void settle() {
    while (!flights.isEmpty() && flights.element().isDone()) {
      done = flights.remove().next();
    }
  }

  /** From now on nothing is handed on or tried again: the partition is somebody else's. */
  void hold() {
    held = true;
    waiting.clear();
  }

  /** Completes when everything on its way has ended, in whatever way. */
  CompletableFuture<Void> ended() {
    return CompletableFuture.allOf(
            flights.stream().map(Flight::end).toArray(CompletableFuture[]::new))
        .exceptionally(failure -> null);
  }

  /** Everything before this offset is done; negative when nothing is known to be. */
  long done() {
    return done;
  }
}
