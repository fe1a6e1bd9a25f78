// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application;

import io.flowmanager.saga.domain.EventId;
import io.flowmanager.saga.domain.NewSaga;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.FlowName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Starts sagas. */
@ApplicationScoped
public class StartSaga {

  private final FlowCatalog flows;
  private final Lanes lanes;
  private final Supplier<UUID> uuids;

  /** For the container's proxy. */
  protected StartSaga() {
    this(null, null, null);
  }

  @Inject
  public StartSaga(FlowCatalog flows, Lanes lanes, Supplier<UUID> uuids) {
    this.flows = flows;
    this.lanes = lanes;
    this.uuids = uuids;
  }

  /**
   * Makes an id, stores the saga in the flow's initial state and sends that state's command.
   *
   * @param key a repeat with the same key and flow answers the saga of the first call and does
   *     nothing else; one that comes while the first is at work waits for it
   * @return completes with {@link Answer.Started} when the saga is durable, else as {@link
   *     Lanes#submit} says
   * @throws IllegalArgumentException when no such flow is hosted
   * @throws LaneFullException see {@link Lanes#submit}
   */
  public CompletionStage<Answer> handle(
      FlowName flowName, String associatedEntityId, JsonObject metadata, Optional<EventId> key) {
    Flow flow =
        flows.find(flowName).orElseThrow(() -> new IllegalArgumentException("No flow " + flowName));
    var id = new SagaId(flow.sagaIdPrefix() + uuids.get());
    String lane = key.map(EventId::value).orElse(id.value());
    return lanes.submit(
        lane, new Intake.Start(new NewSaga(id, flowName, associatedEntityId, metadata), key));
  }
}
