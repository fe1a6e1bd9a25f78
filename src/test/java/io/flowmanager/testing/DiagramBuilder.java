// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.saga.domain.diagram.FlowDiagram;
import io.flowmanager.saga.domain.flow.FlowReading;
import io.flowmanager.saga.domain.flow.reader.FlowReader;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Diagrams for tests, state by state. */
public final class DiagramBuilder {

  private final Map<String, JsonObjectBuilder> states = new LinkedHashMap<>();
  private String business = "Business";

  /** The diagram of the flow in the file. */
  public static FlowDiagram ofFile(Path file) {
    String name = file.getFileName().toString().replace(".json", "");
    try (JsonReader reader = Json.createReader(Files.newBufferedReader(file))) {
      return of(name, reader.readObject());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A state without outgoing transition is final. */
  public DiagramBuilder state(String id, String... eventsAndTargets) {
    JsonArrayBuilder transitions = Json.createArrayBuilder();
    for (int i = 0; i < eventsAndTargets.length; i += 2) {
      transitions.add(
          Json.createObjectBuilder()
              .add("inputEvent", eventsAndTargets[i])
              .add("targetState", eventsAndTargets[i + 1]));
    }
    states.put(
        id,
        Json.createObjectBuilder()
            .add("id", id)
            .add("isFinal", eventsAndTargets.length == 0)
            .add("businessStateId", "b")
            .add("outgoingTransitions", transitions));
    return this;
  }

  /** Gives the state that was added last one more member. */
  public DiagramBuilder with(String member, String json) {
    String last = states.keySet().stream().reduce((one, next) -> next).orElseThrow();
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      states.get(last).add(member, reader.readValue());
    }
    return this;
  }

  public DiagramBuilder business(String description) {
    business = description;
    return this;
  }

  /** The first state is the initial one. */
  public FlowDiagram diagram() {
    JsonArrayBuilder all = Json.createArrayBuilder();
    states.values().forEach(all::add);
    JsonObjectBuilder machine =
        Json.createObjectBuilder()
            .add("initialState", states.keySet().iterator().next())
            .add("creationEvent", "begun")
            .add("states", all)
            .add(
                "businessStates",
                Json.createArrayBuilder()
                    .add(Json.createObjectBuilder().add("id", "b").add("description", business)));
    return of("test", document(machine));
  }

  private static JsonObject document(JsonObjectBuilder machine) {
    JsonObjectBuilder http =
        Json.createObjectBuilder()
            .add("protocol", "http")
            .add("endpoint", "localhost")
            .add("method", "POST");
    JsonObjectBuilder channel =
        Json.createObjectBuilder()
            .add("id", "post")
            .add("type", "rest")
            .add("configurations", http);
    return Json.createObjectBuilder()
        .add("communicationProtocols", Json.createArrayBuilder().add(channel))
        .add("persistencyManagement", Json.createObjectBuilder().add("type", "jpa"))
        .add("machineDefinition", machine)
        .build();
  }

  private static FlowDiagram of(String name, JsonObject document) {
    FlowReading reading = new FlowReader().read(document);
    assertThat(reading).isInstanceOf(FlowReading.Sound.class);
    return FlowDiagram.of(name, ((FlowReading.Sound) reading).definition().machine());
  }
}
