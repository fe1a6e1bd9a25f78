// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.engine;

import io.flowmanager.platform.inject.SingletonBean;
import io.flowmanager.saga.application.flow.Flow;
import io.flowmanager.saga.application.flow.FlowCatalog;
import io.flowmanager.saga.application.store.Answer;
import io.flowmanager.saga.domain.EventId;
import io.flowmanager.saga.domain.NewSaga;
import io.flowmanager.saga.domain.SagaId;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Starts sagas. */
@SingletonBean
public final class StartSaga {

  private final FlowCatalog flows;
  private final Lanes lanes;
  private final Supplier<UUID> uuids;

  @Inject
  public StartSaga(FlowCatalog flows, Lanes lanes, Supplier<UUID> uuids) {
    this.flows = flows;
    this.lanes = lanes;
    this.uuids = uuids;
  }

  /**
   * Starts a saga as {@link #enqueue} does, on the caller's thread if the lane is idle: see {@link
   * Lanes#runInline}.
   */
  public CompletionStage<Answer> startInline(NewSagaRequest request) {
    EngineRequest.Start start = start(request);
    return lanes.runInline(lane(start), start);
  }

  /**
   * Makes an id; then the lane's thread stores the saga in the flow's initial state and has that
   * state's command sent.
   *
   * @return completes with {@link Answer.Started} when the saga is durable, else as {@link
   *     Lanes#enqueue} says
   * @throws IllegalArgumentException when no such flow is hosted
   * @throws LaneFullException see {@link Lanes#enqueue}
   */
  public CompletionStage<Answer> enqueue(NewSagaRequest request) {
    EngineRequest.Start start = start(request);
    return lanes.enqueue(lane(start), start);
  }

  private EngineRequest.Start start(NewSagaRequest request) {
    Flow flow =
        flows
            .find(request.flow())
            .orElseThrow(() -> new IllegalArgumentException("No flow " + request.flow()));
    var id = new SagaId(flow.sagaIdPrefix() + uuids.get());
    return new EngineRequest.Start(
        new NewSaga(id, request.flow(), request.associatedEntityId(), request.metadata()),
        request.key());
  }

  /** Repeats share a lane. */
  private static String lane(EngineRequest.Start start) {
    return start.key().map(EventId::value).orElse(start.saga().id().value());
  }
}
