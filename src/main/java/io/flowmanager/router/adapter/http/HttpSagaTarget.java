// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.adapter.http;

import io.flowmanager.platform.http.Reply;
import io.flowmanager.platform.http.Upstream;
import io.flowmanager.platform.json.JsonText;
import io.flowmanager.router.application.call.CallKey;
import io.flowmanager.router.application.call.NewSagaOrder;
import io.flowmanager.router.application.route.RoutedEvent;
import io.flowmanager.router.application.route.SagaTarget;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** A remote flow manager, called at its {@code /saga} and {@code /event}. */
public final class HttpSagaTarget implements SagaTarget {

  private final Upstream flowManager;

  public HttpSagaTarget(Upstream flowManager) {
    this.flowManager = flowManager;
  }

  @Override
  public CompletionStage<String> start(NewSagaOrder order, CallKey key) {
    JsonObject body =
        JsonText.builders()
            .createObjectBuilder()
            .add("associatedEntityId", order.associatedEntityId())
            .add("metadata", order.metadata())
            .build();
    var judge = new ReplyJudge(flowManager.place("/saga"));
    return judge.successful(flowManager.post("/saga", body, key.value())).thenApply(judge::sagaId);
  }

  @Override
  public CompletionStage<Taken> send(RoutedEvent event, CallKey key) {
    var judge = new ReplyJudge(flowManager.place("/event"));
    return judge
        .successful(flowManager.post("/event", Envelopes.of(event), key.value()))
        .thenApply(HttpSagaTarget::taken);
  }

  /** Any 2xx is success; another implementation of the contract may return nothing more. */
  private static Taken taken(Reply reply) {
    Optional<JsonObject> body =
        reply.json().filter(JsonObject.class::isInstance).map(JsonObject.class::cast);
    return new Taken(
        body.map(object -> object.getString("outcome", null)),
        body.map(object -> object.getString("currentState", null)));
  }
}
