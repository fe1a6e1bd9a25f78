// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application;

import io.flowmanager.saga.domain.Event;
import io.flowmanager.saga.domain.EventId;
import io.flowmanager.saga.domain.NewSaga;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.FlowName;
import java.util.Optional;

/** Something for a lane to do. */
public sealed interface Intake {

  /** What it is about, for a log. */
  String subject();

  /** Start a saga. With a key a repeat finds the saga that the first one made. */
  record Start(NewSaga saga, Optional<EventId> key) implements Intake {
    @Override
    public String subject() {
      return "start saga=" + saga.id() + " flow=" + saga.flow();
    }
  }

  /** Apply an event to a saga of that flow. */
  record Apply(FlowName flow, Event event) implements Intake {

    SagaId saga() {
      return event.saga();
    }

    @Override
    public String subject() {
      return "event=" + event.label() + " saga=" + event.saga() + " flow=" + flow;
    }
  }
}
