// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.saga.application.Channels;
import io.flowmanager.saga.application.Connection;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;

/**
 * What the server says of its health.
 *
 * @param connections of the channels that keep one
 */
record HealthReport(
    boolean databaseUp, boolean running, Map<Channels.Key, Connection> connections) {

  boolean isHealthy() {
    return databaseUp && running && connections.values().stream().allMatch(Connection::up);
  }

  JsonObject body() {
    JsonObjectBuilder checks =
        JsonText.builders()
            .createObjectBuilder()
            .add("database", word(databaseUp))
            .add("engine", word(running));
    if (!connections.isEmpty()) {
      checks.add("channels", channels());
    }
    return JsonText.builders()
        .createObjectBuilder()
        .add("name", "flow-manager")
        .add("status", isHealthy() ? "OK" : "KO")
        .add("checks", checks)
        .build();
  }

  private JsonArray channels() {
    JsonArrayBuilder list = JsonText.builders().createArrayBuilder();
    connections.forEach((key, connection) -> list.add(channel(key, connection)));
    return list.build();
  }

  private static JsonObjectBuilder channel(Channels.Key key, Connection connection) {
    JsonObjectBuilder channel =
        JsonText.builders()
            .createObjectBuilder()
            .add("flow", key.flow().value())
            .add("channel", key.channel())
            .add("status", word(connection.up()))
            .add("since", connection.since().toString());
    connection.reason().ifPresent(reason -> channel.add("reason", reason));
    return channel;
  }

  private static String word(boolean up) {
    return up ? "up" : "down";
  }
}
