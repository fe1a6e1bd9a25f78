// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.messaging.kafka;

import io.flowmanager.saga.application.Answer;
import io.flowmanager.saga.application.LaneFullException;
import io.flowmanager.saga.application.LogPartition;
import io.flowmanager.saga.application.LogPosition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The records of one partition on their way through the engine. It keeps their order: a record that
 * could not be handled takes all behind it back, and the partition is read again from where its
 * stored position is. Of the thread that polls.
 */
final class PartitionFeed {

  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

  private enum State {
    /** Where to read from is not known. */
    LOST,
    READING,
    /** Nothing more is handed over. */
    HELD
  }

  private record Flight(long next, CompletableFuture<Answer> answer) {}

  private final LogPartition partition;
  private final int maxInFlight;
  private final Surroundings around;
  private final RecordReader reader;
  private final StumblingBlock block = new StumblingBlock();
  private final Deque<ConsumerRecord<byte[], byte[]>> waiting = new ArrayDeque<>();
  private final Deque<Flight> flights = new ArrayDeque<>();
  private State state = State.LOST;
  private long taken;
  private long handled = -1;
  private Instant notBefore = Instant.EPOCH;

  PartitionFeed(LogPartition partition, KafkaInput input, Surroundings around) {
    this.partition = partition;
    this.maxInFlight = input.maxInFlight();
    this.around = around;
    this.reader = new RecordReader(around.messages(), input.keepsLetters());
  }

  LogPartition partition() {
    return partition;
  }

  /** Whether its position must be asked for now, before any record is of use. */
  boolean isLost(Instant now) {
    return state == State.LOST && flights.isEmpty() && !now.isBefore(notBefore);
  }

  /** From now on records are read from there. */
  void locate(long position) {
    if (state == State.LOST) {
      state = State.READING;
      taken = position;
      handled = position;
    }
  }

  /** Its position could not be found out. */
  void tryLater(Instant now) {
    notBefore = now.plus(PAUSE_AFTER_FAILURE);
  }

  /** Whether more records may be fetched. */
  boolean isHungry() {
    return state == State.READING && size() < maxInFlight;
  }

  /** How many records are fetched and not handled. */
  int size() {
    return waiting.size() + flights.size();
  }

  void take(List<ConsumerRecord<byte[], byte[]>> records) {
    if (state == State.READING) {
      waiting.addAll(records);
    }
  }

  /** Looks at what has been answered, then hands on what the engine has room for. */
  void step(Instant now) {
    settle(now);
    while (state == State.READING && !waiting.isEmpty() && flights.size() < maxInFlight) {
      if (!handOver(waiting.element())) {
        return;
      }
      waiting.remove();
    }
  }

  /** Looks at what has been answered. */
  void settle(Instant now) {
    while (!flights.isEmpty() && flights.element().answer().isDone()) {
      Flight flight = flights.remove();
      if (state != State.LOST && hasGoneWell(flight.answer())) {
        handled = flight.next();
      } else if (state != State.LOST) {
        note(flight);
        rewind(now);
      }
    }
  }

  private static boolean hasGoneWell(CompletableFuture<Answer> answer) {
    return !answer.isCompletedExceptionally() && !(answer.join() instanceof Answer.OutOfTurn);
  }

  private void note(Flight flight) {
    flight
        .answer()
        .whenComplete(
            (answer, failure) -> {
              if (failure != null) {
                block.failed(flight.next(), failure);
              }
            });
  }

  private void rewind(Instant now) {
    state = State.LOST;
    waiting.clear();
    notBefore = now.plus(PAUSE_AFTER_FAILURE);
  }

  private boolean handOver(ConsumerRecord<byte[], byte[]> entry) {
    long next = entry.offset() + 1;
    var position = new LogPosition(partition, taken, next);
    try {
      var answer = around.engine().apply(block.checked(reader.read(position, entry)));
      flights.add(new Flight(next, answer.toCompletableFuture()));
      taken = next;
      return true;
    } catch (LaneFullException e) {
      return false;
    }
  }

  /** Hands nothing more over. */
  void hold() {
    state = State.HELD;
    waiting.clear();
  }

  /** Completes when everything on its way is answered, in whatever way. */
  CompletableFuture<Void> answered() {
    return CompletableFuture.allOf(
            flights.stream().map(Flight::answer).toArray(CompletableFuture[]::new))
        .exceptionally(failure -> null);
  }

  /** The position up to which everything is handled and stored; negative when that is unknown. */
  long handled() {
    return handled;
  }
}
