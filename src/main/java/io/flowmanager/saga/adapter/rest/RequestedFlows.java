// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.rest;

import io.flowmanager.platform.problem.Problem;
import io.flowmanager.platform.problem.ProblemException;
import io.flowmanager.platform.rest.EndpointCall;
import io.flowmanager.saga.application.flow.Flow;
import io.flowmanager.saga.application.flow.FlowCatalog;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Finds the hosted flow of a path. */
@Dependent
public class RequestedFlows {

  private final FlowCatalog flows;

  @Inject
  public RequestedFlows(FlowCatalog flows) {
    this.flows = flows;
  }

  /**
   * The flow that the call's path names, else the flow at the root.
   *
   * @throws ProblemException 404 when there is no such flow
   */
  Flow of(EndpointCall call) {
    return call.flow() == null ? atRoot() : named(call.flow());
  }

  /**
   * The flow of {@code CONFIGURATIONS_FILE_PATH}.
   *
   * @throws ProblemException 404 when there is none
   */
  Flow atRoot() {
    return flows.root().orElseThrow(this::noRoot);
  }

  /**
   * @throws ProblemException 404 when there is no flow of that name
   */
  Flow named(String name) {
    return flows.named(name).orElseThrow(() -> unknown(name));
  }

  private ProblemException noRoot() {
    String names =
        String.join(", ", flows.all().stream().map(flow -> "/flows/" + flow.name()).toList());
    String detail =
        "No flow is served here, because CONFIGURATIONS_FILE_PATH is not set."
            + " Use the flow's own path: "
            + names
            + ".";
    return new ProblemException(Problem.of(404, "No flow at the root", detail));
  }

  private ProblemException unknown(String name) {
    String known =
        String.join(", ", flows.all().stream().map(flow -> flow.name().value()).toList());
    String detail = "There is no flow \"" + name + "\". Hosted flows: " + known + ".";
    return new ProblemException(Problem.of(404, "Unknown flow", detail));
  }
}
