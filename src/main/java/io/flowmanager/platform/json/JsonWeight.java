// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Map;

/** About how many characters a value takes, without writing it. */
public final class JsonWeight {

  private static final int NO_TEXT = 8;

  private final int limit;
  private int sum;

  private JsonWeight(int limit) {
    this.limit = limit;
  }

  /** Whether the value is lighter than the limit; it looks no further than it must. */
  public static boolean isBelow(int limit, JsonValue value) {
    var weight = new JsonWeight(limit);
    weight.add(value);
    return weight.sum < limit;
  }

  private void add(JsonValue value) {
    if (value instanceof JsonObject object) {
      addMembers(object);
    } else if (value instanceof JsonArray array) {
      addElements(array);
    } else {
      sum += ofOne(value);
    }
  }

  private static int ofOne(JsonValue value) {
    if (value instanceof JsonString text) {
      return text.getChars().length();
    }
    return value instanceof JsonNumber number ? number.toString().length() : NO_TEXT;
  }

  private void addMembers(JsonObject object) {
    for (Map.Entry<String, JsonValue> member : object.entrySet()) {
      if (sum >= limit) {
        return;
      }
      sum += member.getKey().length() + NO_TEXT;
      add(member.getValue());
    }
  }

  private void addElements(JsonArray array) {
    for (JsonValue element : array) {
      if (sum >= limit) {
        return;
      }
      sum++;
      add(element);
    }
  }
}
