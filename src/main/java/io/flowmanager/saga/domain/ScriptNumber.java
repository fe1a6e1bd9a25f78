// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A JSON value converted to a number as JavaScript does it; NaN when it is none. */
final class ScriptNumber {

  /** Takes time linear in the text: no quantifier gives back what it has taken. */
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(\\d++(\\.\\d*+)?|\\.\\d++)([eE][+-]?\\d++)?");

  private ScriptNumber() {}

  static double of(JsonValue value) {
    return switch (value.getValueType()) {
      case NULL, FALSE -> 0;
      case TRUE -> 1;
      case NUMBER -> ((JsonNumber) value).doubleValue();
      case STRING, ARRAY -> ofText(text(value).strip());
      case OBJECT -> Double.NaN;
    };
  }

  private static double ofText(String text) {
    if (text.isEmpty()) {
      return 0;
    }
    return DECIMAL.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
  }

  private static String text(JsonValue value) {
    if (value instanceof JsonString string) {
      return string.getString();
    }
    if (value instanceof JsonArray array) {
      return array.stream()
          .map(element -> element == JsonValue.NULL ? "" : text(element))
          .collect(Collectors.joining(","));
    }
    return value instanceof JsonObject ? "[object Object]" : value.toString();
  }
}
