// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.rest;

import io.flowmanager.platform.rest.MemberReader;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.BusinessId;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Reads members of a saga document. One that is absent or {@code null} is empty; so is one that is
 * wrong, which becomes a fault.
 */
record DocumentValues(MemberReader faults) {

  /** What the columns of states, events and entities take. */
  static final int MAX_NAME = 255;

  private static final int MAX_BUSINESS_ID = 300;
  private static final int LAST_YEAR = 9999;

  static Optional<JsonValue> member(JsonObject object, String name) {
    return Optional.ofNullable(object.get(name))
        .filter(value -> value.getValueType() != JsonValue.ValueType.NULL);
  }

  Optional<JsonObject> object(JsonValue value, String pointer) {
    if (value instanceof JsonObject object) {
      return Optional.of(object);
    }
    return fault(pointer, "must be an object");
  }

  /** What is made of the object at that place. */
  <T> Optional<T> object(
      JsonValue value, String pointer, BiFunction<JsonObject, String, Optional<T>> reading) {
    return object(value, pointer).flatMap(object -> reading.apply(object, pointer));
  }

  /** A document may have its own id, which is that of its address. */
  void checkId(JsonObject document, String pointer, SagaId id) {
    member(document, "sagaId")
        .filter(value -> !(value instanceof JsonString text && text.getString().equals(id.value())))
        .ifPresent(
            value ->
                fault(
                    pointer + "/sagaId", "must be the id that the address names, \"" + id + "\""));
  }

  Optional<String> text(JsonObject object, String pointer, String name, int maxLength) {
    return member(object, name).flatMap(value -> text(value, pointer + "/" + name, maxLength));
  }

  private Optional<String> text(JsonValue value, String pointer, int maxLength) {
    if (!(value instanceof JsonString string)) {
      return fault(pointer, "must be a string");
    }
    String text = string.getString();
    if (text.length() > maxLength) {
      return fault(pointer, "may have " + maxLength + " characters at the most");
    }
    return text.indexOf(0) < 0
        ? Optional.of(text)
        : fault(pointer, "must not contain the character U+0000");
  }

  Optional<Boolean> flag(JsonObject object, String pointer, String name) {
    Optional<JsonValue> value = member(object, name);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    return switch (value.get().getValueType()) {
      case TRUE -> Optional.of(true);
      case FALSE -> Optional.of(false);
      default -> fault(pointer + "/" + name, "must be true or false");
    };
  }

  Optional<BusinessId> businessId(JsonObject object, String pointer, String name) {
    Optional<JsonValue> found = member(object, name);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    JsonValue value = found.get();
    String place = pointer + "/" + name;
    if (!(value instanceof JsonString || value instanceof JsonNumber)) {
      return fault(place, "must be a string or a number");
    }
    BusinessId id = BusinessId.of(value);
    if (id.text().length() > MAX_BUSINESS_ID) {
      return fault(
          place, "may have " + MAX_BUSINESS_ID + " characters at the most, with its quotes");
    }
    return id.text().indexOf(0) < 0
        ? Optional.of(id)
        : fault(place, "must not contain the character U+0000");
  }

  /** In milliseconds, which is what is stored. */
  Optional<Instant> time(JsonObject object, String pointer, String name) {
    return text(object, pointer, name, MAX_NAME).flatMap(text -> time(text, pointer + "/" + name));
  }

  private Optional<Instant> time(String text, String pointer) {
    try {
      OffsetDateTime time = OffsetDateTime.parse(text);
      if (time.getYear() >= 0 && time.getYear() <= LAST_YEAR) {
        return Optional.of(time.toInstant().truncatedTo(ChronoUnit.MILLIS));
      }
      return fault(pointer, "must be of a year from 0 to " + LAST_YEAR);
    } catch (DateTimeException e) {
      return fault(pointer, "must be a time like 2026-01-31T12:00:00.000Z (ISO-8601)");
    }
  }

  <T> Optional<T> fault(String pointer, String detail) {
    faults.fault(pointer, detail);
    return Optional.empty();
  }
}
