// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.rest;

import io.flowmanager.platform.json.JsonDocument;
import io.flowmanager.platform.json.JsonText;
import io.flowmanager.platform.rest.Bodies;
import io.flowmanager.platform.rest.EndpointCall;
import io.flowmanager.platform.rest.EndpointHandler;
import io.flowmanager.platform.rest.Reply;
import io.flowmanager.saga.application.flow.LintFlow;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;

/** Lints a flow file that is not hosted: {@code POST /flows/lint}. */
@Dependent
public class LintFlowHandler implements EndpointHandler {

  private final LintFlow linter;

  @Inject
  public LintFlowHandler(LintFlow linter) {
    this.linter = linter;
  }

  @Override
  public CompletionStage<Reply> answer(EndpointCall call, Bodies bodies) {
    JsonDocument document = bodies.readLeniently(call.body());
    return StoreAnswers.replyTo(
        () -> linter.handle(document), report -> Reply.json(report.toJson(JsonText.builders())));
  }
}
