// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.engine;

import io.flowmanager.platform.inject.SingletonBean;
import io.flowmanager.saga.application.store.Answer;
import io.flowmanager.saga.domain.Event;
import io.flowmanager.saga.domain.flow.FlowName;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Takes events in and moves their sagas. */
@SingletonBean
public final class ApplyEvents {

  private final Lanes lanes;
  private final CheckPayloads checks;

  @Inject
  public ApplyEvents(Lanes lanes, CheckPayloads checks) {
    this.lanes = lanes;
    this.checks = checks;
  }

  /**
   * Does what {@link #submit} does, on the caller's own thread if it can: see {@link Lanes#handle}.
   */
  public CompletionStage<Answer> handle(FlowName flow, Event event) {
    String key = event.saga().value();
    return checks.handle(
        key,
        flow,
        event,
        checked -> lanes.handle(key, new EngineRequest.Apply(flow, checked)),
        checked -> lanes.submit(key, new EngineRequest.Apply(flow, checked)));
  }

  /**
   * Applies the event after all events of the same saga that came before it.
   *
   * @param flow the flow whose endpoint took the event; a saga of another flow is unknown there
   * @return completes when what the answer says is durable, else as {@link Lanes#submit} says
   * @throws LaneFullException see {@link Lanes#submit}
   */
  public CompletionStage<Answer> submit(FlowName flow, Event event) {
    String key = event.saga().value();
    Function<Event, CompletionStage<Answer>> lane =
        checked -> lanes.submit(key, new EngineRequest.Apply(flow, checked));
    return checks.handle(key, flow, event, lane, lane);
  }
}
