// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.adapter.rest;

import io.flowmanager.platform.problem.Problem;
import io.flowmanager.platform.problem.ProblemException;
import io.flowmanager.platform.rest.Bodies;
import io.flowmanager.platform.rest.EndpointCall;
import io.flowmanager.platform.rest.EndpointHandler;
import io.flowmanager.platform.rest.Reply;
import io.flowmanager.router.domain.RuleSet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Explains which rule matches given metadata: {@code POST /router/match}. */
@Dependent
public class MatchRulesHandler implements EndpointHandler {

  private final ConfiguredRouter router;
  private final RouterDependencies dependencies;

  @Inject
  public MatchRulesHandler(ConfiguredRouter router, RouterDependencies dependencies) {
    this.router = router;
    this.dependencies = dependencies;
  }

  @Override
  public CompletionStage<Reply> answer(EndpointCall call, Bodies bodies) {
    router.get();
    RuleSet rules = dependencies.rules();
    if (bodies.read(call.body()) instanceof JsonObject metadata) {
      return CompletableFuture.completedStage(
          Reply.json(RouterPages.match(rules.explain(metadata))));
    }
    throw new ProblemException(
        Problem.of(400, "Malformed metadata", "The body must be an object: a saga's metadata."));
  }
}
