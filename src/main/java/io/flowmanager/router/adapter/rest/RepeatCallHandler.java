// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.adapter.rest;

import io.flowmanager.platform.rest.Bodies;
import io.flowmanager.platform.rest.EndpointCall;
import io.flowmanager.platform.rest.EndpointHandler;
import io.flowmanager.platform.rest.Reply;
import io.flowmanager.router.application.call.CallKey;
import io.flowmanager.router.application.route.RuleRouter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;

/** Finishes an interrupted call: {@code POST /router/calls/repeat}. */
@Dependent
public class RepeatCallHandler implements EndpointHandler {

  private final ConfiguredRouter router;

  @Inject
  public RepeatCallHandler(ConfiguredRouter router) {
    this.router = router;
  }

  @Override
  public CompletionStage<Reply> answer(EndpointCall call, Bodies bodies) {
    RuleRouter on = router.get();
    CallKey key = RouterRequests.repeat(bodies.read(call.body()));
    return RouterAnswers.replyTo(() -> on.routeSaga().repeat(key), RouterPages::started);
  }
}
