// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.rest;

import io.flowmanager.platform.rest.Bodies;
import io.flowmanager.platform.rest.EndpointCall;
import io.flowmanager.platform.rest.EndpointHandler;
import io.flowmanager.platform.rest.Reply;
import io.flowmanager.platform.rest.SagaRequests;
import io.flowmanager.saga.application.engine.NewSagaRequest;
import io.flowmanager.saga.application.engine.StartSaga;
import io.flowmanager.saga.application.flow.Flow;
import io.flowmanager.saga.domain.EventId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Starts a saga of a flow: {@code POST /saga}, at the root and below a flow's name. */
@Dependent
public class StartSagaHandler implements EndpointHandler {

  private final RequestedFlows flows;
  private final StartSaga startSaga;

  @Inject
  public StartSagaHandler(RequestedFlows flows, StartSaga startSaga) {
    this.flows = flows;
    this.startSaga = startSaga;
  }

  @Override
  public CompletionStage<Reply> answer(EndpointCall call, Bodies bodies) {
    Flow flow = flows.of(call);
    Optional<EventId> key = SagaRequests.idempotencyKey(call.idempotencyKey(), EventId::new);
    var request = SagaRequests.start(bodies.read(call.body()));
    var saga =
        new NewSagaRequest(flow.name(), request.associatedEntityId(), request.metadata(), key);
    return EngineAnswers.of(() -> startSaga.startInline(saga));
  }
}
