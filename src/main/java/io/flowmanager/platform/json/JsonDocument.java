// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.json;

import jakarta.json.JsonValue;
import java.util.List;

/**
 * A parsed JSON text.
 *
 * @param value the parsed value; if a key occurs more than once in an object, its last value
 * @param repeatedKeys JSON pointers (RFC 6901) of keys that occur more than once in their object,
 *     each pointer once, in the order of the text; at most the first twenty, each cut after 500
 *     characters
 */
public record JsonDocument(JsonValue value, List<String> repeatedKeys) {

  public JsonDocument {
    repeatedKeys = List.copyOf(repeatedKeys);
  }
}
