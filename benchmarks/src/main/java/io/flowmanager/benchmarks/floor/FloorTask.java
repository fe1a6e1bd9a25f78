// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.floor;

import jakarta.json.Json;
import jakarta.json.JsonObject;

/**
 * @param steps how many steps (of as many sagas) share a transaction, and a statement
 */
record FloorTask(String url, int connections, double seconds, int steps) {

  JsonObject toJson() {
    return Json.createObjectBuilder()
        .add("url", url)
        .add("connections", connections)
        .add("seconds", seconds)
        .add("steps", steps)
        .build();
  }

  static FloorTask of(JsonObject json) {
    return new FloorTask(
        json.getString("url"),
        json.getInt("connections"),
        json.getJsonNumber("seconds").doubleValue(),
        json.getInt("steps"));
  }
}
