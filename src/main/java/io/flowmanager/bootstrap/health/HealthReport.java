// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.health;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.platform.kafka.BrokerState;
import io.flowmanager.saga.application.channel.Channels;
import io.flowmanager.saga.application.channel.Connection;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The health report of the server.
 *
 * @param standstills names of everything that has waiting work and makes no progress
 * @param connections of the channels that keep one
 * @param router the connection of a router to its cluster
 */
record HealthReport(
    boolean databaseUp,
    boolean running,
    List<String> standstills,
    Map<Channels.Key, Connection> connections,
    Optional<BrokerState> router) {

  boolean isHealthy() {
    return databaseUp
        && running
        && standstills.isEmpty()
        && connections.values().stream().allMatch(Connection::up)
        && router.map(BrokerState::up).orElse(true);
  }

  JsonObject body() {
    JsonObjectBuilder checks =
        JsonText.builders()
            .createObjectBuilder()
            .add("database", word(databaseUp))
            .add("engine", word(running));
    if (!standstills.isEmpty()) {
      checks.add("standstills", JsonText.builders().createArrayBuilder(standstills));
    }
    if (!connections.isEmpty()) {
      checks.add("channels", channels());
    }
    router.ifPresent(broker -> checks.add("router", router(broker)));
    return JsonText.builders()
        .createObjectBuilder()
        .add("name", "flow-manager")
        .add("status", isHealthy() ? "OK" : "KO")
        .add("checks", checks)
        .build();
  }

  private static JsonObjectBuilder router(BrokerState broker) {
    JsonObjectBuilder router =
        JsonText.builders()
            .createObjectBuilder()
            .add("status", word(broker.up()))
            .add("since", broker.since().toString());
    broker.reason().ifPresent(reason -> router.add("reason", reason));
    return router;
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
