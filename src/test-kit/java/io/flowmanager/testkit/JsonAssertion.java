// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testkit;

import io.flowmanager.platform.json.JsonSyntaxException;
import io.flowmanager.platform.json.JsonText;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Compares JSON by value: 1 and 1.0 are the same number.
 *
 * @param what begins the message of a failure
 */
record JsonAssertion(String what, JsonObject actual) {

  void has(String pointer, Object value) {
    JsonValue expected = valueOf(value);
    Optional<JsonValue> found = find(pointer);
    if (found.filter(there -> isSame(there, expected)).isEmpty()) {
      throw new AssertionError(
          "%s has %s at %s, and should have %s there. All of it: %s"
              .formatted(
                  what,
                  found.map(JsonText::write).orElse("nothing"),
                  pointer,
                  JsonText.write(expected),
                  JsonText.write(actual)));
    }
  }

  void hasNo(String pointer) {
    if (find(pointer).isPresent()) {
      throw new AssertionError(
          "%s should have nothing at %s. All of it: %s"
              .formatted(what, pointer, JsonText.write(actual)));
    }
  }

  void is(String json) {
    JsonObject expected = object(json);
    if (!isSame(actual, expected)) {
      throw new AssertionError(
          "%s is %s, and should be %s."
              .formatted(what, JsonText.write(actual), JsonText.write(expected)));
    }
  }

  private Optional<JsonValue> find(String pointer) {
    try {
      return Optional.of(JsonText.values().createPointer(pointer).getValue(actual));
    } catch (JsonException nothingThere) {
      return Optional.empty();
    }
  }

  /** The object that a test wrote. */
  static JsonObject object(String json) {
    if (parse(json) instanceof JsonObject object) {
      return object;
    }
    throw new IllegalArgumentException("This is not a JSON object: " + json);
  }

  /** The value that a test wrote. */
  static JsonValue parse(String json) {
    try {
      return JsonText.parse(json);
    } catch (JsonSyntaxException e) {
      throw new IllegalArgumentException("This is no JSON: " + json + ". " + e.getMessage(), e);
    }
  }

  private static JsonValue valueOf(Object value) {
    if (value instanceof JsonValue json) {
      return json;
    } else if (value instanceof String text) {
      return JsonText.values().createValue(text);
    } else if (value instanceof Number number) {
      return JsonText.values().createValue(new BigDecimal(number.toString()));
    } else if (value instanceof Boolean truth) {
      return truth ? JsonValue.TRUE : JsonValue.FALSE;
    } else if (value == null) {
      return JsonValue.NULL;
    }
    throw new IllegalArgumentException(
        "A value is a text, a number, a boolean, null or a JsonValue, not a " + value.getClass());
  }

  private static boolean isSame(JsonValue one, JsonValue other) {
    if (one instanceof JsonNumber number && other instanceof JsonNumber another) {
      return number.bigDecimalValue().compareTo(another.bigDecimalValue()) == 0;
    } else if (one instanceof JsonObject object && other instanceof JsonObject another) {
      return object.keySet().equals(another.keySet())
          && object.keySet().stream().allMatch(key -> isSame(object.get(key), another.get(key)));
    } else if (one instanceof JsonArray array && other instanceof JsonArray another) {
      return array.size() == another.size()
          && IntStream.range(0, array.size()).allMatch(i -> isSame(array.get(i), another.get(i)));
    }
    return one.equals(other);
  }
}
