// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application;

import io.flowmanager.saga.domain.Event;
import io.flowmanager.saga.domain.flow.FlowName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;

/** Takes events in and moves their sagas. */
@ApplicationScoped
public class ApplyEvents {

  private final Lanes lanes;

  /** For the container's proxy. */
  protected ApplyEvents() {
    this(null);
  }

  @Inject
  public ApplyEvents(Lanes lanes) {
    this.lanes = lanes;
  }

  /**
   * Does what {@link #submit} does, on the caller's own thread if it can: see {@link Lanes#handle}.
   */
  public CompletionStage<Answer> handle(FlowName flow, Event event) {
    return lanes.handle(event.saga().value(), new Intake.Apply(flow, event));
  }

  /**
   * Applies the event after all events of the same saga that came before it.
   *
   * @param flow the flow at whose door it came in; a saga of another flow is unknown there
   * @return completes when what the answer says is durable, else as {@link Lanes#submit} says
   * @throws LaneFullException see {@link Lanes#submit}
   */
  public CompletionStage<Answer> submit(FlowName flow, Event event) {
    return lanes.submit(event.saga().value(), new Intake.Apply(flow, event));
  }
}
