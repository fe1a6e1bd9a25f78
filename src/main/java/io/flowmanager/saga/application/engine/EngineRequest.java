// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.engine;

import io.flowmanager.platform.log.LogText;
import io.flowmanager.saga.application.inbox.LogPosition;
import io.flowmanager.saga.application.inbox.MessageContent;
import io.flowmanager.saga.application.inbox.RawMessage;
import io.flowmanager.saga.domain.Event;
import io.flowmanager.saga.domain.EventId;
import io.flowmanager.saga.domain.NewSaga;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.FlowName;
import java.util.Optional;

/** Something for a lane to do. */
public sealed interface EngineRequest {

  /** What it is about, for a log: on one line, whatever a sender wrote. */
  String subject();

  /** The event that is to be applied, if there is one. */
  Optional<Event> toApply();

  /** Whether it may be tried again though it is unknown what became of the first try. */
  boolean isRepeatable();

  /** Start a saga. With a key a repeat finds the saga that the first one made. */
  record Start(NewSaga saga, Optional<EventId> key) implements EngineRequest {
    @Override
    public String subject() {
      return "start saga=" + saga.id() + " flow=" + saga.flow();
    }

    @Override
    public Optional<Event> toApply() {
      return Optional.empty();
    }

    @Override
    public boolean isRepeatable() {
      return key.isPresent();
    }
  }

  /**
   * Handle a message of a log, in its turn and once.
   *
   * @param raw the message as it came, if it is to be kept as a dead letter when it is not applied
   */
  record Consume(LogPosition position, MessageContent content, Optional<RawMessage> raw)
      implements EngineRequest {

    /** The same message with its event as it has been checked. */
    Consume with(Event event) {
      return new Consume(position, new MessageContent.Readable(event), raw);
    }

    @Override
    public String subject() {
      String what =
          toApply()
              .map(event -> "event=" + LogText.of(event.label()) + " saga=" + event.saga())
              .orElse("message");
      return what + " offset=" + (position.next() - 1) + " partition=" + position.partition();
    }

    @Override
    public Optional<Event> toApply() {
      return content instanceof MessageContent.Readable readable
          ? Optional.of(readable.event())
          : Optional.empty();
    }

    @Override
    public boolean isRepeatable() {
      return true;
    }
  }

  /** Apply an event to a saga of that flow. */
  record Apply(FlowName flow, Event event) implements EngineRequest {

    SagaId saga() {
      return event.saga();
    }

    @Override
    public String subject() {
      return "event=" + LogText.of(event.label()) + " saga=" + event.saga() + " flow=" + flow;
    }

    @Override
    public Optional<Event> toApply() {
      return Optional.of(event);
    }

    @Override
    public boolean isRepeatable() {
      return event.id().isPresent();
    }
  }
}
