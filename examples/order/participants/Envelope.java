// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package order.participants;

import jakarta.json.Json;
import jakarta.json.JsonObject;

/** The form that commands and events share on the wire. */
final class Envelope {

  private Envelope() {}

  static JsonObject of(String sagaId, String label, JsonObject payload) {
    return Json.createObjectBuilder()
        .add("key", sagaId)
        .add("value", value(label, payload))
        .build();
  }

  static JsonObject value(String label, JsonObject payload) {
    return Json.createObjectBuilder()
        .add("messageLabel", label)
        .add("messagePayload", payload)
        .build();
  }
}
