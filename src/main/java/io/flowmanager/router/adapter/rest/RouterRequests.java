// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.adapter.rest;

import io.flowmanager.platform.problem.Problem;
import io.flowmanager.platform.problem.ProblemException;
import io.flowmanager.platform.rest.MemberReader;
import io.flowmanager.platform.rest.SagaRequests;
import io.flowmanager.router.application.call.CallKey;
import io.flowmanager.router.application.call.NewSagaOrder;
import io.flowmanager.router.application.route.RoutedEvent;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.Set;

/** Reads request bodies, which are the same as those of a flow manager. */
final class RouterRequests {

  private static final int MAX_KEY = 255;

  private RouterRequests() {}

  /**
   * @throws ProblemException 400 if the body is not a valid start
   */
  static NewSagaOrder start(JsonValue body) {
    var request = SagaRequests.start(body);
    return new NewSagaOrder(request.associatedEntityId(), request.metadata());
  }

  /**
   * @throws ProblemException 400 if the body is not a valid envelope, 422 if the payload is not an
   *     object
   */
  static RoutedEvent event(JsonValue body) {
    var envelope = SagaRequests.event(body);
    if (envelope.payload() instanceof JsonObject payload) {
      return new RoutedEvent(envelope.key(), envelope.label(), payload);
    }
    String detail =
        "/value/messagePayload must be an object, so that it can be merged into metadata.";
    throw new ProblemException(Problem.of(422, "Invalid payload", detail));
  }

  /**
   * @throws ProblemException 400 if the body does not name a call
   */
  static CallKey repeat(JsonValue body) {
    var reader = new MemberReader();
    JsonObject request = reader.object(body, "", Set.of("key"));
    String key = reader.text(request, "", "key", MAX_KEY);
    reader.check("repeat");
    return key(key).orElseThrow();
  }

  /**
   * @param header may be {@code null}
   * @throws ProblemException 400 if the key is invalid
   */
  static Optional<CallKey> key(String header) {
    return SagaRequests.idempotencyKey(header, CallKey::new);
  }
}
