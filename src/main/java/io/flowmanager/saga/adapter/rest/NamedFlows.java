// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.rest;

import io.flowmanager.platform.problem.Problem;
import io.flowmanager.platform.problem.ProblemException;
import io.flowmanager.saga.application.flow.Flow;
import io.flowmanager.saga.application.flow.FlowCatalog;

/** Hosted flows, asked for by the name in a path. */
final class NamedFlows {

  private NamedFlows() {}

  /**
   * @throws ProblemException 404 when there is no such flow
   */
  static Flow find(FlowCatalog flows, String name) {
    return flows.named(name).orElseThrow(() -> unknown(flows, name));
  }

  private static ProblemException unknown(FlowCatalog flows, String name) {
    String known =
        String.join(", ", flows.all().stream().map(flow -> flow.name().value()).toList());
    String detail = "There is no flow \"" + name + "\" here. Hosted flows: " + known + ".";
    return new ProblemException(Problem.of(404, "Unknown flow", detail));
  }
}
