// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.rest;

import io.flowmanager.saga.domain.HistoryEntry;
import io.flowmanager.saga.domain.flow.BusinessId;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the history of a saga document: the event at each place of {@code events} led to the state
 * at the same place of {@code states}. A step has one time, that of its state.
 */
record HistoryReader(DocumentValues values) {

  /** What is wrong becomes a fault, and the history is of no use then. */
  List<HistoryEntry> read(JsonValue value, String pointer) {
    return values.object(value, pointer).map(found -> steps(found, pointer)).orElse(List.of());
  }

  private List<HistoryEntry> steps(JsonObject history, String pointer) {
    Optional<JsonArray> states = list(history, pointer, "states");
    Optional<JsonArray> events = list(history, pointer, "events");
    if (states.isEmpty() || events.isEmpty()) {
      return List.of();
    }
    int size = states.get().size();
    if (size != events.get().size()) {
      values.fault(
          pointer,
          "has "
              + size
              + " states and "
              + events.get().size()
              + " events; each state is entered by one event");
      return List.of();
    }
    List<HistoryEntry> entries = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      int number = i;
      Optional<State> state =
          values.object(states.get().get(i), pointer + "/states/" + i, this::state);
      values
          .object(events.get().get(i), pointer + "/events/" + i, this::event)
          .flatMap(event -> state.map(reached -> entry(number, event, reached)))
          .ifPresent(entries::add);
    }
    return List.copyOf(entries);
  }

  private Optional<JsonArray> list(JsonObject history, String pointer, String name) {
    if (history.get(name) instanceof JsonArray array) {
      return Optional.of(array);
    }
    return values.fault(
        pointer + "/" + name, history.containsKey(name) ? "must be an array" : "is missing");
  }

  private record State(String name, BusinessId business, Instant at) {}

  private Optional<State> state(JsonObject step, String pointer) {
    Optional<String> name = text(step, pointer, "state");
    Optional<BusinessId> business =
        needed(
            step, pointer, "businessStateId", values.businessId(step, pointer, "businessStateId"));
    Optional<Instant> at = time(step, pointer);
    return name.flatMap(n -> business.flatMap(b -> at.map(time -> new State(n, b, time))));
  }

  private record Event(String name, Optional<BusinessId> business) {}

  private Optional<Event> event(JsonObject step, String pointer) {
    Optional<BusinessId> business = values.businessId(step, pointer, "businessEventId");
    time(step, pointer);
    return text(step, pointer, "event").map(name -> new Event(name, business));
  }

  private Optional<String> text(JsonObject step, String pointer, String name) {
    return needed(step, pointer, name, values.text(step, pointer, name, DocumentValues.MAX_NAME));
  }

  private Optional<Instant> time(JsonObject step, String pointer) {
    return needed(step, pointer, "timestamp", values.time(step, pointer, "timestamp"));
  }

  private <T> Optional<T> needed(JsonObject step, String pointer, String name, Optional<T> value) {
    if (DocumentValues.member(step, name).isEmpty()) {
      values.fault(pointer + "/" + name, "is missing");
    }
    return value;
  }

  private static HistoryEntry entry(int number, Event event, State state) {
    return new HistoryEntry(
        number, event.name(), event.business(), state.name(), state.business(), state.at());
  }
}
