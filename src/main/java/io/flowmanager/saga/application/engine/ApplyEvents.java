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
   * Applies the event as {@link #enqueue} does, on the caller's thread if the saga's lane is idle:
   * see {@link Lanes#runInline}.
   */
  public CompletionStage<Answer> applyInline(FlowName flow, Event event) {
    String key = event.saga().value();
    return checks.check(
        key,
        flow,
        event,
        checked -> lanes.runInline(key, new EngineRequest.Apply(flow, checked)),
        checked -> lanes.enqueue(key, new EngineRequest.Apply(flow, checked)));
  }

  /**
   * Applies the event after all events of the same saga that came before it, on the lane's thread.
   *
   * @param flow the flow whose endpoint took the event; a saga of another flow is unknown there
   * @return completes when what the answer says is durable, else as {@link Lanes#enqueue} says
   * @throws LaneFullException see {@link Lanes#enqueue}
   */
  public CompletionStage<Answer> enqueue(FlowName flow, Event event) {
    String key = event.saga().value();
    Function<Event, CompletionStage<Answer>> lane =
        checked -> lanes.enqueue(key, new EngineRequest.Apply(flow, checked));
    return checks.check(key, flow, event, lane, lane);
  }
}
