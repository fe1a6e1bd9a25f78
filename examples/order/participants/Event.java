// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package order.participants;

import jakarta.json.Json;
import jakarta.json.JsonObject;

/** What a participant answers a command with; the payload becomes part of the saga's metadata. */
public record Event(String label, JsonObject payload) {

  public static Event of(String label, String key, String value) {
    return new Event(label, Json.createObjectBuilder().add(key, value).build());
  }

  /** The error branch of a command is named after the command. */
  public static Event errorOf(Command command, String failure) {
    return of(command.label() + "Error", "failure", failure);
  }

  /** The value of the event's message at a broker. */
  public JsonObject toValue() {
    return Envelope.value(label, payload);
  }

  @Override
  public String toString() {
    return payload.containsKey("failure")
        ? label + " (" + payload.getString("failure") + ")"
        : label;
  }
}
