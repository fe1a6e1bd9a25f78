// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.remote;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/** Whether a service has a document that it was sent, or a later one. */
final class Shown {

  private static final String STATE = "currentState";

  private Shown() {}

  /**
   * By the number of events where the service keeps histories. Else the state, the latest event and
   * the metadata must be the same.
   */
  static boolean shows(JsonObject shown, JsonObject sent) {
    int steps = steps(shown);
    if (steps > 0) {
      return steps > steps(sent) || steps == steps(sent) && isSame(shown, sent, STATE);
    }
    return isSame(shown, sent, STATE)
        && isSame(shown, sent, "latestEvent")
        && isSame(shown, sent, "metadata");
  }

  private static boolean isSame(JsonObject shown, JsonObject sent, String name) {
    return sent.getOrDefault(name, JsonValue.NULL).equals(shown.getOrDefault(name, JsonValue.NULL));
  }

  private static int steps(JsonObject document) {
    return document.get("history") instanceof JsonObject history
            && history.get("events") instanceof JsonArray events
        ? events.size()
        : 0;
  }
}
