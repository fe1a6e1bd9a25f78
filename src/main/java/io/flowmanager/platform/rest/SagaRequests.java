// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.rest;

import io.flowmanager.platform.problem.Problem;
import io.flowmanager.platform.problem.ProblemException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads the bodies of starts and events, which are the same for flows and the router (contract,
 * "Behaviour"): all members are required, no others are allowed. Any other body is answered with
 * 400 and all faults.
 */
public final class SagaRequests {

  private static final int MAX_ENTITY_ID = 255;
  private static final int MAX_NAME = 10_000;

  private SagaRequests() {}

  /** The body of {@code POST /saga}. */
  public record Start(String associatedEntityId, JsonObject metadata) {}

  /**
   * The body of {@code POST /event}.
   *
   * @param key the saga's id as sent; such a saga need not exist
   */
  public record Envelope(String key, String label, JsonValue payload) {}

  /**
   * @throws ProblemException 400 if the body is not a valid start
   */
  public static Start start(JsonValue body) {
    var reader = new MemberReader();
    JsonObject request = reader.object(body, "", Set.of("associatedEntityId", "metadata"));
    String entity = reader.text(request, "", "associatedEntityId", MAX_ENTITY_ID);
    JsonValue metadata = request.getOrDefault("metadata", JsonValue.EMPTY_JSON_OBJECT);
    if (!(metadata instanceof JsonObject)) {
      reader.fault("/metadata", "must be an object");
    }
    reader.check("saga request");
    return new Start(entity, metadata.asJsonObject());
  }

  /**
   * @throws ProblemException 400 if the body is not a valid envelope
   */
  public static Envelope event(JsonValue body) {
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
    return new Envelope(key, label, value.get("messagePayload"));
  }

  /**
   * The {@code Idempotency-Key}.
   *
   * @param header may be {@code null}
   * @param rule creates the key; throws {@link IllegalArgumentException} with a sentence if the key
   *     is invalid
   * @throws ProblemException 400 if the key is invalid
   */
  public static <T> Optional<T> idempotencyKey(String header, Function<String, T> rule) {
    try {
      return Optional.ofNullable(header).map(rule);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(Problem.of(400, "Malformed Idempotency-Key", e.getMessage()));
    }
  }
}
