// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package order.participants;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;

/**
 * What the flow manager asks for.
 *
 * @param id the same for every repetition of the command, and for no other command
 * @param order the saga's metadata as of the transition that sent the command
 */
public record Command(String id, String sagaId, String label, JsonObject order) {

  /** Throws an {@link IllegalArgumentException} when the body has not the form of a command. */
  static Command from(String id, JsonObject body) {
    if (body.get("key") instanceof JsonString sagaId
        && body.get("value") instanceof JsonObject value) {
      return from(id, sagaId.getString(), value);
    }
    throw new IllegalArgumentException(
        "A command has the form {\"key\": text, \"value\": object}.");
  }

  /** As a broker brings it; throws as the other one does. */
  public static Command from(String id, String sagaId, JsonObject value) {
    if (value.get("messageLabel") instanceof JsonString label
        && value.get("messagePayload") instanceof JsonObject order) {
      return new Command(id, sagaId, label.getString(), order);
    }
    throw new IllegalArgumentException(
        "A command's value has the form {\"messageLabel\": text, \"messagePayload\": object}.");
  }

  JsonObject toBody() {
    return Envelope.of(sagaId, label, order);
  }
}
