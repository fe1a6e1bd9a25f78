// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.adapter.rest;

import io.flowmanager.platform.problem.Problem;
import io.flowmanager.platform.problem.ProblemException;
import io.flowmanager.router.application.route.RuleRouter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;

/** The router of this server, if it is configured as one. */
@Dependent
public class ConfiguredRouter {

  private final Optional<RuleRouter> router;

  @Inject
  public ConfiguredRouter(Optional<RuleRouter> router) {
    this.router = router;
  }

  /**
   * @throws ProblemException 404 if this server is not a router
   */
  RuleRouter get() {
    String detail =
        "This server is not a router, because SUB_FLOW_CONFIGURATION_FILE_PATH is not set."
            + " Set it to a file of sub flow rules to make it one.";
    return router.orElseThrow(() -> new ProblemException(Problem.of(404, "No router", detail)));
  }
}
