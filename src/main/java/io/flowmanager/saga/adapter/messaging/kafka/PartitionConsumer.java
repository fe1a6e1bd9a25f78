// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.messaging.kafka;

import io.flowmanager.saga.application.engine.EngineRequest;
import io.flowmanager.saga.application.engine.LaneFullException;
import io.flowmanager.saga.application.inbox.ConsumerPosition;
import io.flowmanager.saga.application.inbox.LogPartition;
import io.flowmanager.saga.application.inbox.LogPosition;
import io.flowmanager.saga.application.store.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Passes the records of one partition to the engine, in order. If a record cannot be handled, it
 * and all later ones are discarded, and the partition is read again from its stored position. To be
 * used by the polling thread.
 */
final class PartitionConsumer {

  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

  private enum State {
    /** The position is not known. */
    LOST,
    READING,
    /**
     * The topic was created again: records already fetched from the old one are passed on, and no
     * more.
     */
    ENDING,
    /** No more records are passed on. */
    HELD
  }

  private record Flight(ConsumerPosition end, CompletableFuture<Answer> answer) {}

  private final LogPartition partition;
  private final int maxInFlight;
  private final KafkaDependencies around;
  private final RecordReader reader;
  private final PoisonRecordDetector block = new PoisonRecordDetector();
  private final Deque<ConsumerRecord<byte[], byte[]>> waiting = new ArrayDeque<>();
  private final Deque<Flight> flights = new ArrayDeque<>();
  private State state = State.LOST;
  private long taken;
  private Optional<ConsumerPosition> handled = Optional.empty();
  private Optional<String> log = Optional.empty();
  private Instant notBefore = Instant.EPOCH;

  PartitionConsumer(LogPartition partition, KafkaInput input, KafkaDependencies around) {
    this.partition = partition;
    this.maxInFlight = input.maxInFlight();
    this.around = around;
    this.reader = new RecordReader(around.messages(), input.keepsDeadLetters());
  }

  LogPartition partition() {
    return partition;
  }

  /** Whether the position must be determined now, before records can be used. */
  boolean isLost(Instant now) {
    return state == State.LOST && flights.isEmpty() && !now.isBefore(notBefore);
  }

  /** Sets the position to read from. */
  void locate(ConsumerPosition position) {
    if (state == State.LOST) {
      state = State.READING;
      taken = position.next();
      log = position.log();
      handled = Optional.of(position);
    }
  }

  /** Reports that the broker does not have the next position. */
  void lose(Instant now) {
    if (state == State.READING) {
      rewind(now);
    }
  }

  /** Reports the current id of the topic; empty if the topic does not exist. */
  void see(Optional<String> id) {
    if (state == State.READING && id.isPresent() && !id.equals(log)) {
      state = State.ENDING;
    }
  }

  boolean isReading() {
    return state == State.READING;
  }

  /** Reports that the position could not be determined; it is tried again later. */
  void tryLater(Instant now) {
    notBefore = now.plus(PAUSE_AFTER_FAILURE);
  }

  /** Whether more records may be fetched. */
  boolean isHungry() {
    return state == State.READING && size() < maxInFlight;
  }

  /** How many fetched records are not handled yet. */
  int size() {
    return waiting.size() + flights.size();
  }

  void take(List<ConsumerRecord<byte[], byte[]>> records) {
    if (state == State.READING) {
      waiting.addAll(records);
    }
  }

  /** Processes answers, then passes on as many records as the engine accepts. */
  void step(Instant now) {
    settle(now);
    while (isHandingOver() && !waiting.isEmpty() && flights.size() < maxInFlight) {
      if (!handOver(waiting.element())) {
        return;
      }
      waiting.remove();
    }
    if (state == State.ENDING && size() == 0) {
      state = State.LOST;
    }
  }

  private boolean isHandingOver() {
    return state == State.READING || state == State.ENDING;
  }

  /** Processes answers. */
  void settle(Instant now) {
    while (!flights.isEmpty() && flights.element().answer().isDone()) {
      Flight flight = flights.remove();
      if (state != State.LOST && hasGoneWell(flight.answer())) {
        handled = Optional.of(flight.end());
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
                block.failed(flight.end().next(), failure);
              }
            });
  }

  private void rewind(Instant now) {
    state = State.LOST;
    waiting.clear();
    notBefore = now.plus(PAUSE_AFTER_FAILURE);
  }

  private boolean handOver(ConsumerRecord<byte[], byte[]> entry) {
    var end = new ConsumerPosition(entry.offset() + 1, log, entry.leaderEpoch());
    var position = new LogPosition(partition, taken, end);
    try {
      var answer = apply(block.checked(reader.read(position, entry)));
      flights.add(new Flight(end, answer.toCompletableFuture()));
      taken = end.next();
      return true;
    } catch (LaneFullException e) {
      return false;
    }
  }

  /** An exception of the engine concerns this record only; other partitions continue. */
  private CompletionStage<Answer> apply(EngineRequest.Consume message) {
    try {
      return around.engine().apply(message);
    } catch (LaneFullException e) {
      throw e;
    } catch (RuntimeException e) {
      return CompletableFuture.failedStage(e);
    }
  }

  /** Stops passing on records. */
  void hold() {
    state = State.HELD;
    waiting.clear();
  }

  /** Completes when all records that were passed on are answered, successfully or not. */
  CompletableFuture<Void> answered() {
    return CompletableFuture.allOf(
            flights.stream().map(Flight::answer).toArray(CompletableFuture[]::new))
        .exceptionally(failure -> null);
  }

  /** The position up to which everything is handled and stored; empty when that is unknown. */
  Optional<ConsumerPosition> handled() {
    return handled;
  }
}
