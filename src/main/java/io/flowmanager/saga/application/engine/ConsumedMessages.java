// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.engine;

import io.flowmanager.saga.application.inbox.ConsumerPosition;
import io.flowmanager.saga.application.inbox.DeadLetter;
import io.flowmanager.saga.application.inbox.Inbox;
import io.flowmanager.saga.application.inbox.LogPartition;
import io.flowmanager.saga.application.inbox.LogPosition;
import io.flowmanager.saga.application.inbox.MessageContent;
import io.flowmanager.saga.application.inbox.RawMessage;
import io.flowmanager.saga.application.inbox.Skipped;
import io.flowmanager.saga.application.store.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The messages of logs in a batch: which of them have their turn, and what becomes of the
 * positions. Of one thread, used once.
 */
final class ConsumedMessages {

  private final Inbox inbox;
  private final Instant now;
  private final Map<LogPartition, ConsumerPosition> positions;
  private final Map<LogPartition, ConsumerPosition> moved = new HashMap<>();
  private final List<DeadLetter> deadLetters = new ArrayList<>();

  private ConsumedMessages(
      Inbox inbox, Instant now, Map<LogPartition, ConsumerPosition> positions) {
    this.inbox = inbox;
    this.now = now;
    this.positions = new HashMap<>(positions);
  }

  /** Locks the positions that the batch is about; asks nothing when it has no message. */
  static ConsumedMessages lock(Inbox inbox, Instant now, List<EngineRequest> batch) {
    Set<LogPartition> partitions =
        batch.stream()
            .filter(EngineRequest.Consume.class::isInstance)
            .map(request -> ((EngineRequest.Consume) request).position().partition())
            .collect(Collectors.toUnmodifiableSet());
    Map<LogPartition, ConsumerPosition> positions =
        partitions.isEmpty() ? Map.of() : inbox.lock(partitions);
    return new ConsumedMessages(inbox, now, positions);
  }

  /**
   * Handles the message if it is the next one of its partition.
   *
   * @param apply what to do with an event
   */
  Answer take(EngineRequest.Consume message, Function<EngineRequest.Apply, Answer> apply) {
    LogPosition position = message.position();
    ConsumerPosition reached = positions.get(position.partition());
    if (reached == null
        || !reached.isInTheLogOf(position.end())
        || reached.next() < position.from()) {
      return new Answer.OutOfTurn();
    }
    if (reached.next() >= position.next()) {
      return new Answer.AlreadyConsumed();
    }
    positions.put(position.partition(), position.end());
    moved.put(position.partition(), position.end());
    Answer answer = handle(message, apply);
    message.raw().ifPresent(raw -> keep(position, raw, answer));
    return answer;
  }

  private static Answer handle(
      EngineRequest.Consume message, Function<EngineRequest.Apply, Answer> apply) {
    if (message.content() instanceof MessageContent.Unreadable unreadable) {
      return new Answer.Unreadable(unreadable.reason(), unreadable.detail());
    }
    var event = ((MessageContent.Readable) message.content()).event();
    return apply.apply(new EngineRequest.Apply(message.position().partition().flow(), event));
  }

  private void keep(LogPosition position, RawMessage raw, Answer answer) {
    Skipped.of(answer)
        .ifPresent(
            skipped ->
                deadLetters.add(
                    new DeadLetter(
                        position.partition(),
                        position.next() - 1,
                        raw,
                        skipped.reason(),
                        skipped.detail(),
                        now)));
  }

  /** Stores positions and dead letters, if there are any. */
  void store() {
    if (!moved.isEmpty()) {
      inbox.move(moved);
    }
    if (!deadLetters.isEmpty()) {
      inbox.keep(deadLetters);
    }
  }
}
