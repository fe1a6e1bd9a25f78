// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.adapter.rest;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.platform.rest.Bodies;
import io.flowmanager.platform.rest.EndpointCall;
import io.flowmanager.platform.rest.EndpointHandler;
import io.flowmanager.platform.rest.Reply;
import io.flowmanager.router.application.call.CallKey;
import io.flowmanager.router.application.route.RouteEvent.Routed;
import io.flowmanager.router.application.route.RuleRouter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Passes an event on to a main saga and its sub saga: {@code POST /event} of a router. */
@Dependent
public class RouteEventHandler implements EndpointHandler {

  private final ConfiguredRouter router;

  @Inject
  public RouteEventHandler(ConfiguredRouter router) {
    this.router = router;
  }

  @Override
  public CompletionStage<Reply> answer(EndpointCall call, Bodies bodies) {
    RuleRouter on = router.get();
    Optional<CallKey> key = RouterRequests.key(call.idempotencyKey());
    var event = RouterRequests.event(bodies.read(call.body()));
    return RouterAnswers.replyTo(
        () -> on.routeEvent().handle(event, key), RouteEventHandler::routed);
  }

  private static JsonObject routed(Routed routed) {
    var body = JsonText.builders().createObjectBuilder().add("sagaId", routed.mainSaga());
    routed.taken().outcome().ifPresent(outcome -> body.add("outcome", outcome));
    routed.taken().currentState().ifPresent(state -> body.add("currentState", state));
    return body.add("subSagaId", routed.subSaga()).add("subFlow", routed.subFlow()).build();
  }
}
