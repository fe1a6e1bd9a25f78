// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.adapter.rest;

import io.flowmanager.platform.json.JsonDocument;
import io.flowmanager.platform.rest.Bodies;
import io.flowmanager.platform.rest.EndpointCall;
import io.flowmanager.platform.rest.EndpointHandler;
import io.flowmanager.platform.rest.Reply;
import io.flowmanager.router.domain.RulesReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Lints a rules file: {@code POST /router/lint}. */
@Dependent
public class LintRulesHandler implements EndpointHandler {

  private final RouterDependencies dependencies;

  @Inject
  public LintRulesHandler(RouterDependencies dependencies) {
    this.dependencies = dependencies;
  }

  @Override
  public CompletionStage<Reply> answer(EndpointCall call, Bodies bodies) {
    JsonDocument document = bodies.readLeniently(call.body());
    var reading =
        new RulesReader(dependencies.isHosted()).read(document.value(), document.repeatedKeys());
    return CompletableFuture.completedStage(Reply.json(RouterPages.findings(reading)));
  }
}
