// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.rest;

import io.flowmanager.platform.problem.Problem;
import io.flowmanager.platform.problem.ProblemException;
import io.flowmanager.platform.rest.MemberReader;
import io.flowmanager.saga.domain.Event;
import io.flowmanager.saga.domain.EventId;
import io.flowmanager.saga.domain.SagaId;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.Set;

/**
 * The bodies of {@code POST /saga} and {@code POST /event} (contract, "Behaviour"): all members
 * required, no others.
 */
final class Envelopes {

  private static final int MAX_ENTITY_ID = 255;
  private static final int MAX_NAME = 10_000;

  private Envelopes() {}

  /** What {@code POST /saga} asks for. */
  record StartRequest(String associatedEntityId, JsonObject metadata) {}

  static StartRequest start(JsonValue body) {
    var reader = new MemberReader();
    JsonObject request = reader.object(body, "", Set.of("associatedEntityId", "metadata"));
    String entity = reader.text(request, "", "associatedEntityId", MAX_ENTITY_ID);
    JsonValue metadata = request.getOrDefault("metadata", JsonValue.EMPTY_JSON_OBJECT);
    if (!(metadata instanceof JsonObject)) {
      reader.fault("/metadata", "must be an object");
    }
    reader.check("saga request");
    return new StartRequest(entity, metadata.asJsonObject());
  }

  /**
   * @throws ProblemException 400 for a body that is no envelope, 404 for a key that no saga can
   *     have
   */
  static Event event(JsonValue body, Optional<EventId> id) {
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
    SagaId saga = SagaId.find(key).orElseThrow(() -> unknown(key));
    return new Event(saga, label, value.get("messagePayload"), id);
  }

  static ProblemException unknown(String saga) {
    return new ProblemException(
        Problem.of(404, "Unknown saga", "There is no saga \"" + saga + "\" here."));
  }

  /**
   * @throws ProblemException 400 for a key that breaks the rule
   */
  static Optional<EventId> idempotencyKey(String header) {
    try {
      return Optional.ofNullable(header).map(EventId::new);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(Problem.of(400, "Malformed Idempotency-Key", e.getMessage()));
    }
  }
}
