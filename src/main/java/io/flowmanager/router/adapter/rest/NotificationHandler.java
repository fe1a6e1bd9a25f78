// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.adapter.rest;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.platform.rest.Bodies;
import io.flowmanager.platform.rest.EndpointCall;
import io.flowmanager.platform.rest.EndpointHandler;
import io.flowmanager.platform.rest.Reply;
import io.flowmanager.router.application.call.CallKey;
import io.flowmanager.router.application.route.RouteNotification.Notified;
import io.flowmanager.router.application.route.RuleRouter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Forwards a notification of a sub saga to its main saga: {@code POST /notify}. */
@Dependent
public class NotificationHandler implements EndpointHandler {

  private final ConfiguredRouter router;

  @Inject
  public NotificationHandler(ConfiguredRouter router) {
    this.router = router;
  }

  @Override
  public CompletionStage<Reply> answer(EndpointCall call, Bodies bodies) {
    RuleRouter on = router.get();
    Optional<CallKey> key = RouterRequests.key(keyOf(call));
    var event = RouterRequests.event(bodies.read(call.body()));
    return RouterAnswers.replyTo(
        () -> on.routeNotification().handle(event, key), NotificationHandler::notified);
  }

  /** A flow manager repeats a command with the same id, so the id serves as a key. */
  private static String keyOf(EndpointCall call) {
    return call.idempotencyKey() == null ? call.commandId() : call.idempotencyKey();
  }

  private static JsonObject notified(Notified notified) {
    return JsonText.builders()
        .createObjectBuilder()
        .add("sagaId", notified.mainSaga())
        .add("subSagaId", notified.subSaga())
        .build();
  }
}
