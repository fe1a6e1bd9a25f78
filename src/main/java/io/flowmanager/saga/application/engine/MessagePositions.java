// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.engine;

import io.flowmanager.saga.application.inbox.Inbox;
import io.flowmanager.saga.application.store.Answer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Positions of logs whose events go to sagas in a store elsewhere. The position cannot move in the
 * transaction of the event, so it moves after it. When a node dies in between, the message comes
 * again, and its id tells that its event has been applied.
 */
@ApplicationScoped
public class MessagePositions {

  private final Inbox inbox;
  private final Clock clock;

  /** For the container's proxy. */
  protected MessagePositions() {
    this(null, null);
  }

  @Inject
  public MessagePositions(Inbox inbox, Clock clock) {
    this.inbox = inbox;
    this.clock = clock;
  }

  /** What the message is answered if it is not the next one of its partition. */
  @Transactional
  public Optional<Answer> outOfTurn(EngineRequest.Consume message) {
    return lock(message).outOfTurn(message.position());
  }

  /**
   * Moves the position behind the message, and keeps the message where it is to be kept.
   *
   * @param outcome what became of its event
   * @return the message's answer: the outcome, unless another node has moved the position meanwhile
   */
  @Transactional
  public Answer moveBehind(EngineRequest.Consume message, Answer outcome) {
    ConsumedMessages consumed = lock(message);
    Answer answer = consumed.take(message, apply -> outcome);
    consumed.store();
    return answer;
  }

  private ConsumedMessages lock(EngineRequest.Consume message) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return ConsumedMessages.lock(inbox, now, List.of(message));
  }
}
