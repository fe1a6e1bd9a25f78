// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.adapter.rest;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.platform.problem.Problem;
import io.flowmanager.platform.problem.ProblemException;
import io.flowmanager.platform.rest.Bodies;
import io.flowmanager.platform.rest.Reply;
import io.flowmanager.platform.rest.RootEndpoint;
import io.flowmanager.router.application.call.CallKey;
import io.flowmanager.router.application.route.RouteEvent.Routed;
import io.flowmanager.router.application.route.RouteNotification.Notified;
import io.flowmanager.router.application.route.RouteSaga.Started;
import io.flowmanager.router.application.route.RuleRouter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** What one can tell a router. */
@ApplicationScoped
@Typed(RouterEndpoint.class)
public class RouterEndpoint implements RootEndpoint {

  private final Optional<RuleRouter> router;
  private final Bodies bodies;

  /** For the container's proxy. */
  protected RouterEndpoint() {
    this(Optional.empty(), null);
  }

  @Inject
  public RouterEndpoint(Optional<RuleRouter> router, Bodies bodies) {
    this.router = router;
    this.bodies = bodies;
  }

  @Override
  public CompletionStage<Reply> start(String idempotencyKey, InputStream body) {
    RuleRouter on = router();
    Optional<CallKey> key = RouterRequests.key(idempotencyKey);
    var order = RouterRequests.start(bodies.read(body));
    return RouterAnswers.replyTo(() -> on.routeSaga().handle(order, key), RouterEndpoint::started);
  }

  @Override
  public CompletionStage<Reply> event(String idempotencyKey, InputStream body) {
    RuleRouter on = router();
    Optional<CallKey> key = RouterRequests.key(idempotencyKey);
    var event = RouterRequests.event(bodies.read(body));
    return RouterAnswers.replyTo(() -> on.routeEvent().handle(event, key), RouterEndpoint::routed);
  }

  CompletionStage<Response> notification(String idempotencyKey, InputStream body) {
    RuleRouter on = router();
    Optional<CallKey> key = RouterRequests.key(idempotencyKey);
    var event = RouterRequests.event(bodies.read(body));
    return RouterAnswers.of(
        () -> on.routeNotification().handle(event, key), RouterEndpoint::notified);
  }

  CompletionStage<Response> repeat(InputStream body) {
    RuleRouter on = router();
    CallKey key = RouterRequests.repeat(bodies.read(body));
    return RouterAnswers.of(() -> on.routeSaga().repeat(key), RouterEndpoint::started);
  }

  /**
   * @throws ProblemException 404 when this server is none
   */
  RuleRouter router() {
    String detail =
        "This server is no router, since SUB_FLOW_CONFIGURATION_FILE_PATH is not set."
            + " Set it to a file of sub flow rules to make it one.";
    return router.orElseThrow(() -> new ProblemException(Problem.of(404, "No router", detail)));
  }

  private static JsonObject started(Started started) {
    return JsonText.builders()
        .createObjectBuilder()
        .add("sagaId", started.mainSaga())
        .add("subSagaId", started.subSaga())
        .add("subFlow", started.subFlow())
        .build();
  }

  private static JsonObject routed(Routed routed) {
    var body = JsonText.builders().createObjectBuilder().add("sagaId", routed.mainSaga());
    routed.taken().outcome().ifPresent(outcome -> body.add("outcome", outcome));
    routed.taken().currentState().ifPresent(state -> body.add("currentState", state));
    return body.add("subSagaId", routed.subSaga()).add("subFlow", routed.subFlow()).build();
  }

  private static JsonObject notified(Notified notified) {
    return JsonText.builders()
        .createObjectBuilder()
        .add("sagaId", notified.mainSaga())
        .add("subSagaId", notified.subSaga())
        .build();
  }
}
