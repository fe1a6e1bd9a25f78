// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.adapter.rest;

import io.flowmanager.platform.rest.Bodies;
import io.flowmanager.platform.rest.Endpoint;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;

/** The endpoints that check and explain rules; they change nothing. */
@Dependent
public class RuleEndpoints {

  private final LintRulesHandler lintRules;
  private final MatchRulesHandler matchRules;
  private final Bodies bodies;

  @Inject
  public RuleEndpoints(LintRulesHandler lintRules, MatchRulesHandler matchRules, Bodies bodies) {
    this.lintRules = lintRules;
    this.matchRules = matchRules;
    this.bodies = bodies;
  }

  public List<Endpoint> all() {
    return List.of(
        Endpoint.post("lintRules", "/router/lint", bodies, lintRules),
        Endpoint.post("matchRules", "/router/match", bodies, matchRules));
  }
}
