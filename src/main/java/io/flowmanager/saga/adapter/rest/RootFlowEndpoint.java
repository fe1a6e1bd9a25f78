// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.rest;

import io.flowmanager.platform.problem.Problem;
import io.flowmanager.platform.problem.ProblemException;
import io.flowmanager.platform.rest.Reply;
import io.flowmanager.platform.rest.RootEndpoint;
import io.flowmanager.saga.application.flow.Flow;
import io.flowmanager.saga.application.flow.FlowCatalog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.concurrent.CompletionStage;

/** The door of the flow of {@code CONFIGURATIONS_FILE_PATH}. */
@ApplicationScoped
@Typed(RootFlowEndpoint.class)
public class RootFlowEndpoint implements RootEndpoint {

  private final FlowCatalog flows;
  private final FlowEndpoint door;

  /** For the container's proxy. */
  protected RootFlowEndpoint() {
    this(null, null);
  }

  @Inject
  public RootFlowEndpoint(FlowCatalog flows, FlowEndpoint door) {
    this.flows = flows;
    this.door = door;
  }

  @Override
  public CompletionStage<Reply> start(String idempotencyKey, InputStream body) {
    return door.start(flow(), idempotencyKey, body);
  }

  @Override
  public CompletionStage<Reply> event(String idempotencyKey, InputStream body) {
    return door.event(flow(), idempotencyKey, body);
  }

  /**
   * @throws ProblemException 404 when there is no such flow
   */
  Flow flow() {
    return flows.root().orElseThrow(this::noRoot);
  }

  private ProblemException noRoot() {
    String names =
        String.join(", ", flows.all().stream().map(flow -> "/flows/" + flow.name()).toList());
    String detail =
        "No flow is served here, since CONFIGURATIONS_FILE_PATH is not set. Use the flow's own path: "
            + names
            + ".";
    return new ProblemException(Problem.of(404, "No flow at the root", detail));
  }
}
