// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing.kafka;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/**
 * A flow of so many steps, each asked for by a command {@code cN} and done by an event {@code eN}
 * over Kafka. Each event has one state in which it counts: a saga that has ended has had all of
 * them in their order.
 *
 * @param name what its topics are called after
 */
public record StairsFlow(String name, KafkaBroker broker, int steps) {

  public String commands() {
    return name + "-commands";
  }

  public String events() {
    return name + "-events";
  }

  public String deadLetters() {
    return name + "-dead";
  }

  public StairsFlow createTopics(int partitions) {
    broker.createTopic(commands(), partitions);
    broker.createTopic(events(), partitions);
    broker.createTopic(deadLetters(), 1);
    return this;
  }

  /** The flow file. */
  public String text() {
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
        .add("communicationProtocols", Json.createArrayBuilder().add(channel()))
        .add("persistencyManagement", Json.createObjectBuilder().add("type", "jpa"))
        .add("machineDefinition", machine)
        .build()
        .toString();
  }

  private JsonObject channel() {
    var quick =
        Json.createObjectBuilder()
            .add("reconnect.backoff.max.ms", 500)
            .add("session.timeout.ms", 10_000);
    var configurations =
        Json.createObjectBuilder()
            .add("brokers", broker.bootstrap())
            .add("inputTopics", Json.createArrayBuilder().add(events()))
            .add("outputTopics", Json.createArrayBuilder().add(commands()))
            .add("deadLetterTopic", deadLetters())
            .add("consumerGroup", name)
            .add("clientProperties", quick);
    return Json.createObjectBuilder()
        .add("id", "kafka")
        .add("type", "kafka")
        .add("configurations", configurations)
        .build();
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
