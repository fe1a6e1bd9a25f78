// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.domain;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Optional;

/**
 * Compares metadata with the conditions of a rule. Objects may have additional members, at every
 * level; all other values must be equal. Numbers are equal by value: {@code 1} is {@code 1.0}.
 */
final class Conditions {

  private static final int SHOWN = 80;

  private Conditions() {}

  /** Empty if the metadata meets all conditions. */
  static Optional<Mismatch> mismatch(JsonObject wanted, JsonObject metadata) {
    return subset("", wanted, metadata);
  }

  /** Whether the metadata meets all conditions: as {@link #mismatch}, but without a reason. */
  static boolean areMet(JsonObject wanted, JsonObject metadata) {
    for (Map.Entry<String, JsonValue> entry : wanted.entrySet()) {
      JsonValue given = metadata.get(entry.getKey());
      if (given == null || !isMet(entry.getValue(), given)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isMet(JsonValue wanted, JsonValue given) {
    return wanted instanceof JsonObject inner && given instanceof JsonObject object
        ? areMet(inner, object)
        : equal(wanted, given);
  }

  private static Optional<Mismatch> subset(String pointer, JsonObject wanted, JsonObject given) {
    return wanted.entrySet().stream()
        .map(entry -> member(pointer, entry, given))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Mismatch> member(
      String pointer, Map.Entry<String, JsonValue> wanted, JsonObject given) {
    String place = pointer + "/" + wanted.getKey().replace("~", "~0").replace("/", "~1");
    JsonValue value = given.get(wanted.getKey());
    if (value == null) {
      return Optional.of(new Mismatch(place, "is missing"));
    }
    if (wanted.getValue() instanceof JsonObject inner && value instanceof JsonObject object) {
      return subset(place, inner, object);
    }
    return equal(wanted.getValue(), value)
        ? Optional.empty()
        : Optional.of(new Mismatch(place, differs(wanted.getValue(), value)));
  }

  /** Deep equality of JSON values. */
  static boolean equal(JsonValue one, JsonValue other) {
    if (one instanceof JsonNumber left && other instanceof JsonNumber right) {
      return left.bigDecimalValue().compareTo(right.bigDecimalValue()) == 0;
    }
    if (one instanceof JsonString left && other instanceof JsonString right) {
      return CharSequence.compare(left.getChars(), right.getChars()) == 0;
    }
    if (one instanceof JsonObject left && other instanceof JsonObject right) {
      return left.keySet().equals(right.keySet())
          && left.entrySet().stream()
              .allMatch(entry -> equal(entry.getValue(), right.get(entry.getKey())));
    }
    if (one instanceof JsonArray left && other instanceof JsonArray right) {
      return left.size() == right.size() && equalElements(left, right);
    }
    return one.equals(other);
  }

  private static boolean equalElements(JsonArray left, JsonArray right) {
    for (int i = 0; i < left.size(); i++) {
      if (!equal(left.get(i), right.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static String differs(JsonValue wanted, JsonValue given) {
    return "is " + shown(given) + ", and the rule wants " + shown(wanted);
  }

  private static String shown(JsonValue value) {
    String text = value.toString();
    return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
  }
}
