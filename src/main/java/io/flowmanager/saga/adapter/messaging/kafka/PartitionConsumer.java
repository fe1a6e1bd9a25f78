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
 * The records of one partition on their way through the engine. It keeps their order: a record that
 * could not be handled takes all behind it back, and the partition is read again from where its
 * stored position is. Of the thread that polls.
 */
final class PartitionConsumer {

  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

  private enum State {
    /** Where to read from is not known. */
    LOST,
    READING,
    /** Its topic was made anew: what was fetched of the old one is handed over, and no more. */
    ENDING,
    /** Nothing more is handed over. */
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

  /** Whether its position must be asked for now, before any record is of use. */
  boolean isLost(Instant now) {
    return state == State.LOST && flights.isEmpty() && !now.isBefore(notBefore);
  }

  /** From now on records are read from there. */
  void locate(ConsumerPosition position) {
    if (state == State.LOST) {
      state = State.READING;
      taken = position.next();
      log = position.log();
      handled = Optional.of(position);
    }
  }

  /** The broker does not have what is to be read next. */
  void lose(Instant now) {
    if (state == State.READING) {
      rewind(now);
    }
  }

  /** Its topic has that id now; empty when it does not exist. */
  void see(Optional<String> id) {
    if (state == State.READING && id.isPresent() && !id.equals(log)) {
      state = State.ENDING;
    }
  }

  boolean isReading() {
    return state == State.READING;
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

  /** Looks at what has been answered. */
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

  /** What the engine throws is about this one record; other partitions go on. */
  private CompletionStage<Answer> apply(EngineRequest.Consume message) {
    try {
      return around.engine().apply(message);
    } catch (LaneFullException e) {
      throw e;
    } catch (RuntimeException e) {
      return CompletableFuture.failedStage(e);
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

  /** The position up to which everything is handled and stored; empty when that is unknown. */
  Optional<ConsumerPosition> handled() {
    return handled;
  }
}
