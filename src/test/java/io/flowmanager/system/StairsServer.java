// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.system;

import io.flowmanager.testing.kafka.KafkaBroker;
import io.flowmanager.testing.server.FlowClient;
import io.flowmanager.testing.server.FlowFolder;
import io.flowmanager.testing.server.PackagedServer;
import io.flowmanager.testing.server.TestDatabase;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Packaged servers that play a flow of so many steps, each asked for and answered over Kafka. */
record StairsServer(Path folder, KafkaBroker broker, TestDatabase database, int steps) {

  static final String COMMANDS = "commands";
  static final String EVENTS = "events";
  private static final String FLOW = "stairs";

  /** Launched, and not waited for. */
  PackagedServer launch(String node) {
    try {
      Path home = Files.createDirectory(folder.resolve(node));
      FlowFolder flows = new FlowFolder(home.resolve("flows")).with(FLOW, flow());
      return PackagedServer.in(home)
          .with(flows.settings(FLOW))
          .with(database.settings())
          .with("FLOW_MANAGER_RELAY_SEND_TIMEOUT", "PT5S")
          .with("FLOW_MANAGER_RELAY_LEASE", "PT8S")
          .launch();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static FlowClient stairsOf(PackagedServer server) {
    return FlowClient.of(server.http(), FLOW);
  }

  private String flow() {
    var configurations =
        Json.createObjectBuilder()
            .add("brokers", broker.bootstrap())
            .add("inputTopics", Json.createArrayBuilder().add(EVENTS))
            .add("outputTopics", Json.createArrayBuilder().add(COMMANDS))
            .add("consumerGroup", "flow-manager")
            .add(
                "clientProperties",
                Json.createObjectBuilder()
                    .add("reconnect.backoff.max.ms", 500)
                    .add("session.timeout.ms", 10_000));
    var channel =
        Json.createObjectBuilder()
            .add("id", "kafka")
            .add("type", "kafka")
            .add("configurations", configurations);
    var machine =
        Json.createObjectBuilder()
            .add("initialState", "s0")
            .add("creationEvent", "started")
            .add("states", states())
            .add(
                "businessStates",
                Json.createArrayBuilder()
                    .add(Json.createObjectBuilder().add("id", 1).add("description", "Climbing")));
    return Json.createObjectBuilder()
        .add("communicationProtocols", Json.createArrayBuilder().add(channel))
        .add("persistencyManagement", Json.createObjectBuilder().add("type", "jpa"))
        .add("machineDefinition", machine)
        .build()
        .toString();
  }

  private JsonArrayBuilder states() {
    JsonArrayBuilder states = Json.createArrayBuilder();
    for (int i = 0; i < steps; i++) {
      var transition =
          Json.createObjectBuilder().add("inputEvent", "e" + i).add("targetState", "s" + (i + 1));
      var command = Json.createObjectBuilder().add("channel", "kafka").add("label", "c" + i);
      states.add(
          state(i, false)
              .add("outputCommand", command)
              .add("outgoingTransitions", Json.createArrayBuilder().add(transition)));
    }
    return states.add(state(steps, true));
  }

  private static JsonObjectBuilder state(int number, boolean isFinal) {
    return Json.createObjectBuilder()
        .add("id", "s" + number)
        .add("isFinal", isFinal)
        .add("businessStateId", 1);
  }
}
