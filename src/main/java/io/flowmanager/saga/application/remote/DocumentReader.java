// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.remote;

import io.flowmanager.saga.application.flow.Flow;
import io.flowmanager.saga.domain.HistoryEntry;
import io.flowmanager.saga.domain.Saga;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.BusinessId;
import io.flowmanager.saga.domain.flow.MachineDefinition.State;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads saga documents of one flow, whoever wrote them. A document needs a state; whatever else it
 * leaves out is taken from the flow, or is empty.
 */
public final class DocumentReader {

  private static final BusinessId NONE = new BusinessId("\"\"");

  private final Flow flow;

  public DocumentReader(Flow flow) {
    this.flow = flow;
  }

  /**
   * The saga of the document.
   *
   * @throws UnreadableDocumentException when it has no {@code currentState}, or a member of another
   *     type than the contract says
   */
  public StoredSaga read(SagaId id, JsonObject document) {
    String state =
        text(document, "currentState")
            .orElseThrow(() -> unreadable("has no currentState, which must be a string"));
    List<HistoryEntry> history = history(document);
    OptionalLong latest = latestStep(document);
    var saga =
        new Saga(
            id,
            flow.name(),
            flow.version(),
            text(document, "associatedEntityId").orElse(""),
            position(document, state, history),
            object(document, "metadata"),
            latest.orElse(0),
            history.isEmpty() ? Instant.EPOCH : history.get(0).at(),
            history.isEmpty() ? Instant.EPOCH : history.get(history.size() - 1).at());
    return new StoredSaga(saga, history, latest);
  }

  private Saga.Position position(JsonObject document, String state, List<HistoryEntry> history) {
    Optional<State> known =
        flow.definition().machine().states().stream().filter(s -> s.id().equals(state)).findFirst();
    boolean isFinal =
        flag(document, "isFinal").orElseGet(() -> known.map(State::isFinal).orElse(false));
    BusinessId businessState =
        businessId(document, "businessStateId")
            .or(() -> known.map(State::businessStateId))
            .orElse(NONE);
    String latestEvent =
        text(document, "latestEvent")
            .orElseGet(() -> history.isEmpty() ? "" : history.get(history.size() - 1).event());
    return new Saga.Position(state, isFinal, businessState, latestEvent);
  }

  /** Nobody may lose what we do not understand, as it would be overwritten. */
  private static JsonObject object(JsonObject document, String name) {
    JsonValue value = document.getOrDefault(name, JsonValue.NULL);
    if (value == JsonValue.NULL) {
      return JsonValue.EMPTY_JSON_OBJECT;
    }
    if (!(value instanceof JsonObject object)) {
      throw unreadable("has a member " + name + " that is no object");
    }
    return object;
  }

  private static OptionalLong latestStep(JsonObject document) {
    JsonArray events = trail(document, "events");
    return events.isEmpty() ? OptionalLong.empty() : OptionalLong.of(events.size() - 1L);
  }

  private static JsonArray trail(JsonObject document, String name) {
    JsonValue trail = object(document, "history").getOrDefault(name, JsonValue.NULL);
    if (trail == JsonValue.NULL) {
      return JsonValue.EMPTY_JSON_ARRAY;
    }
    if (!(trail instanceof JsonArray array)) {
      throw unreadable("has a history whose " + name + " are no array");
    }
    return array;
  }

  private static List<HistoryEntry> history(JsonObject document) {
    JsonArray states = trail(document, "states");
    JsonArray events = trail(document, "events");
    var entries = new ArrayList<HistoryEntry>();
    for (int i = 0; i < Math.max(states.size(), events.size()); i++) {
      entries.add(entry(i, item(states, i), item(events, i)));
    }
    return entries;
  }

  private static JsonObject item(JsonArray trail, int index) {
    return index < trail.size() && trail.get(index) instanceof JsonObject item
        ? item
        : JsonValue.EMPTY_JSON_OBJECT;
  }

  private static HistoryEntry entry(int number, JsonObject state, JsonObject event) {
    return new HistoryEntry(
        number,
        text(event, "event").orElse(""),
        businessId(event, "businessEventId"),
        text(state, "state").orElse(""),
        businessId(state, "businessStateId").orElse(NONE),
        time(event).or(() -> time(state)).orElse(Instant.EPOCH));
  }

  private static Optional<Instant> time(JsonObject item) {
    try {
      return text(item, "timestamp")
          .map(text -> OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<BusinessId> businessId(JsonObject item, String name) {
    return Optional.ofNullable(item.get(name))
        .filter(
            value ->
                value.getValueType() == JsonValue.ValueType.STRING
                    || value.getValueType() == JsonValue.ValueType.NUMBER)
        .map(BusinessId::of);
  }

  private static Optional<Boolean> flag(JsonObject item, String name) {
    JsonValue value = item.get(name);
    return value == JsonValue.TRUE || value == JsonValue.FALSE
        ? Optional.of(value == JsonValue.TRUE)
        : Optional.empty();
  }

  private static Optional<String> text(JsonObject item, String name) {
    return item.get(name) instanceof JsonString text
        ? Optional.of(text.getString())
        : Optional.empty();
  }

  private static UnreadableDocumentException unreadable(String what) {
    return new UnreadableDocumentException("The stored document of the saga " + what + ".");
  }
}
