// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.adapter.rest;

import io.flowmanager.platform.problem.Problem;
import io.flowmanager.platform.problem.ProblemException;
import io.flowmanager.platform.rest.MemberReader;
import io.flowmanager.router.application.CallKey;
import io.flowmanager.router.application.NewSagaOrder;
import io.flowmanager.router.application.RoutedEvent;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.Set;

/** What callers send: the same bodies as a flow manager takes, all members required, no others. */
final class RouterRequests {

  private static final int MAX_ENTITY_ID = 255;
  private static final int MAX_NAME = 10_000;

  private RouterRequests() {}

  /**
   * @throws ProblemException 400 for a body that asks for no saga
   */
  static NewSagaOrder start(JsonValue body) {
    var reader = new MemberReader();
    JsonObject request = reader.object(body, "", Set.of("associatedEntityId", "metadata"));
    String entity = reader.text(request, "", "associatedEntityId", MAX_ENTITY_ID);
    JsonValue metadata = request.getOrDefault("metadata", JsonValue.EMPTY_JSON_OBJECT);
    if (!(metadata instanceof JsonObject)) {
      reader.fault("/metadata", "must be an object");
    }
    reader.check("saga request");
    return new NewSagaOrder(entity, metadata.asJsonObject());
  }

  /**
   * @throws ProblemException 400 for a body that is no envelope, 422 for a payload that is no
   *     object
   */
  static RoutedEvent event(JsonValue body) {
    var reader = new MemberReader();
    JsonObject envelope = reader.object(body, "", Set.of("key", "value"));
    String key = reader.text(envelope, "", "key", MAX_NAME);
    JsonObject value =
        envelope.containsKey("value")
            ? reader.object(
                envelope.get("value"), "/value", Set.of("messageLabel", "messagePayload"))
            : JsonValue.EMPTY_JSON_OBJECT;
    String label = reader.text(value, "/value", "messageLabel", MAX_NAME);
    reader.check("event");
    if (value.get("messagePayload") instanceof JsonObject payload) {
      return new RoutedEvent(key, label, payload);
    }
    String detail = "/value/messagePayload must be an object, so that it can be put onto metadata.";
    throw new ProblemException(Problem.of(422, "Invalid payload", detail));
  }

  /**
   * @throws ProblemException 400 for a body that names no call
   */
  static CallKey repeat(JsonValue body) {
    var reader = new MemberReader();
    JsonObject request = reader.object(body, "", Set.of("key"));
    String key = reader.text(request, "", "key", MAX_NAME);
    reader.check("repeat");
    return key(key).orElseThrow();
  }

  /**
   * @param header may be {@code null}
   * @throws ProblemException 400 for a key that breaks the rule
   */
  static Optional<CallKey> key(String header) {
    try {
      return Optional.ofNullable(header).map(CallKey::new);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(Problem.of(400, "Malformed Idempotency-Key", e.getMessage()));
    }
  }
}
