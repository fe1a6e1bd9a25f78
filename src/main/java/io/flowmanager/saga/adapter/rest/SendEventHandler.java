// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.rest;

import io.flowmanager.platform.problem.ProblemException;
import io.flowmanager.platform.rest.Bodies;
import io.flowmanager.platform.rest.EndpointCall;
import io.flowmanager.platform.rest.EndpointHandler;
import io.flowmanager.platform.rest.Reply;
import io.flowmanager.platform.rest.SagaRequests;
import io.flowmanager.saga.application.engine.ApplyEvents;
import io.flowmanager.saga.application.flow.Flow;
import io.flowmanager.saga.domain.Event;
import io.flowmanager.saga.domain.EventId;
import io.flowmanager.saga.domain.SagaId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Applies an event to a saga: {@code POST /event}, at the root and below a flow's name. */
@Dependent
public class SendEventHandler implements EndpointHandler {

  private final RequestedFlows flows;
  private final ApplyEvents applyEvents;

  @Inject
  public SendEventHandler(RequestedFlows flows, ApplyEvents applyEvents) {
    this.flows = flows;
    this.applyEvents = applyEvents;
  }

  @Override
  public CompletionStage<Reply> answer(EndpointCall call, Bodies bodies) {
    Flow flow = flows.of(call);
    Optional<EventId> key = SagaRequests.idempotencyKey(call.idempotencyKey(), EventId::new);
    Event event = event(bodies.read(call.body()), key);
    return EngineAnswers.of(() -> applyEvents.applyInline(flow.name(), event));
  }

  /**
   * @throws ProblemException 400 if the body is not a valid envelope, 404 if the key cannot be a
   *     saga id
   */
  static Event event(JsonValue body, Optional<EventId> id) {
    var envelope = SagaRequests.event(body);
    SagaId saga =
        SagaId.find(envelope.key()).orElseThrow(() -> EngineAnswers.unknown(envelope.key()));
    return new Event(saga, envelope.label(), envelope.payload(), id);
  }
}
