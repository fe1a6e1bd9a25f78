// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Map;

/** Estimates the memory that a value takes, rather too high than too low. */
public final class JsonFootprint {

  private static final int TEXT = 72;
  private static final int NUMBER = 72;
  private static final int CONTAINER = 88;

  /** A map entry and its key. */
  private static final int MEMBER = 96;

  private static final int ELEMENT = 8;

  private final int limit;
  private int sum;

  private JsonFootprint(int limit) {
    this.limit = limit;
  }

  /**
   * The estimated size of the value in bytes.
   *
   * @param limit the estimate stops here: the result is then this limit or more
   */
  public static int bytes(int limit, JsonValue value) {
    var footprint = new JsonFootprint(limit);
    footprint.add(value);
    return footprint.sum;
  }

  private void add(JsonValue value) {
    if (value instanceof JsonObject object) {
      addMembers(object);
    } else if (value instanceof JsonArray array) {
      addElements(array);
    } else if (value instanceof JsonString text) {
      sum += TEXT + 2 * text.getChars().length();
    } else if (value instanceof JsonNumber number) {
      sum += NUMBER + number.toString().length();
    }
  }

  private void addMembers(JsonObject object) {
    sum += CONTAINER;
    for (Map.Entry<String, JsonValue> member : object.entrySet()) {
      if (sum >= limit) {
        return;
      }
      sum += MEMBER + 2 * member.getKey().length();
      add(member.getValue());
    }
  }

  private void addElements(JsonArray array) {
    sum += CONTAINER;
    for (JsonValue element : array) {
      if (sum >= limit) {
        return;
      }
      sum += ELEMENT;
      add(element);
    }
  }
}
