// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain;

import io.flowmanager.saga.domain.flow.BusinessId;
import io.flowmanager.saga.domain.flow.BusinessLabel;
import io.flowmanager.saga.domain.flow.MachineDefinition;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Sagas as the contract's saga document ("Saga document"). Descriptions of business states and
 * events come from the flow as it is loaded now; if it no longer has an id, the description is left
 * out.
 */
public final class SagaDocument {

  /** Says what the business state means; left out when the flow does not say it. */
  public static final String STATE_DESCRIPTION = "businessStateDescription";

  /** What the contract's saga document has, in its order. */
  public static final List<String> MEMBERS =
      List.of(
          "sagaId",
          "associatedEntityId",
          "currentState",
          "isFinal",
          "businessStateId",
          STATE_DESCRIPTION,
          "latestEvent",
          "metadata",
          "history");

  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final JsonProvider json;
  private final Map<BusinessId, String> states;
  private final Map<BusinessId, String> events;

  /**
   * @param machine of the saga's flow, if it is still hosted
   */
  public SagaDocument(JsonProvider json, Optional<MachineDefinition> machine) {
    this.json = json;
    this.states = machine.map(m -> descriptions(m.businessStates())).orElse(Map.of());
    this.events = machine.map(m -> descriptions(m.businessEvents())).orElse(Map.of());
  }

  private static Map<BusinessId, String> descriptions(List<BusinessLabel> labels) {
    return labels.stream()
        .filter(label -> !label.description().isEmpty())
        .collect(Collectors.toUnmodifiableMap(BusinessLabel::id, BusinessLabel::description));
  }

  /** The id and the state of a saga, without metadata and history. */
  public JsonObject summary(Saga saga) {
    return begin(saga).build();
  }

  /** The whole document; the history oldest first. */
  public JsonObject full(Saga saga, List<HistoryEntry> history) {
    return end(begin(saga), saga, history);
  }

  /** The members that the contract names, and none of ours; the history oldest first. */
  public JsonObject ofContract(Saga saga, List<HistoryEntry> history) {
    var document = json.createObjectBuilder().add("sagaId", saga.id().value());
    return end(standing(document, saga), saga, history);
  }

  private JsonObject end(JsonObjectBuilder document, Saga saga, List<HistoryEntry> history) {
    JsonObject trail =
        json.createObjectBuilder()
            .add("states", stateTrail(history))
            .add("events", eventTrail(history))
            .build();
    return document.add("metadata", saga.metadata()).add("history", trail).build();
  }

  private JsonObjectBuilder begin(Saga saga) {
    var document =
        json.createObjectBuilder()
            .add("sagaId", saga.id().value())
            .add("flow", saga.flow().value());
    return standing(document, saga)
        .add("createdAt", time(saga.createdAt()))
        .add("updatedAt", time(saga.updatedAt()));
  }

  private JsonObjectBuilder standing(JsonObjectBuilder document, Saga saga) {
    Saga.Position position = saga.position();
    document
        .add("associatedEntityId", saga.associatedEntityId())
        .add("currentState", position.state())
        .add("isFinal", position.isFinal());
    label(document, "businessState", Optional.of(position.businessState()), states);
    return document.add("latestEvent", position.latestEvent());
  }

  private JsonArray stateTrail(List<HistoryEntry> history) {
    JsonArrayBuilder trail = json.createArrayBuilder();
    for (HistoryEntry entry : history) {
      var step =
          json.createObjectBuilder().add("state", entry.state()).add("timestamp", time(entry.at()));
      label(step, "businessState", Optional.of(entry.businessState()), states);
      trail.add(step);
    }
    return trail.build();
  }

  private JsonArray eventTrail(List<HistoryEntry> history) {
    JsonArrayBuilder trail = json.createArrayBuilder();
    for (HistoryEntry entry : history) {
      var step =
          json.createObjectBuilder().add("event", entry.event()).add("timestamp", time(entry.at()));
      label(step, "businessEvent", entry.businessEvent(), events);
      trail.add(step);
    }
    return trail.build();
  }

  private void label(
      JsonObjectBuilder target,
      String name,
      Optional<BusinessId> id,
      Map<BusinessId, String> descriptions) {
    id.ifPresent(present -> target.add(name + "Id", value(present)));
    id.map(descriptions::get)
        .ifPresent(description -> target.add(name + "Description", description));
  }

  private JsonValue value(BusinessId id) {
    return id.string()
        .<JsonValue>map(json::createValue)
        .orElseGet(() -> json.createValue(new BigDecimal(id.text())));
  }

  /** A time in the form of the contract. */
  public static String time(Instant instant) {
    return MILLIS.format(instant);
  }
}
