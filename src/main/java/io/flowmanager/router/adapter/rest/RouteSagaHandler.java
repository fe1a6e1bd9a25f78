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
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Starts a main saga and the sub saga that a rule chooses: {@code POST /saga} of a router. */
@Dependent
public class RouteSagaHandler implements EndpointHandler {

  private final ConfiguredRouter router;

  @Inject
  public RouteSagaHandler(ConfiguredRouter router) {
    this.router = router;
  }

  @Override
  public CompletionStage<Reply> answer(EndpointCall call, Bodies bodies) {
    RuleRouter on = router.get();
    Optional<CallKey> key = RouterRequests.key(call.idempotencyKey());
    var order = RouterRequests.start(bodies.read(call.body()));
    return RouterAnswers.replyTo(() -> on.routeSaga().handle(order, key), RouterPages::started);
  }
}
