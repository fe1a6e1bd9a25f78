// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.json;

import jakarta.json.JsonValue;
import java.util.List;

/**
 * A JSON text that was read whole.
 *
 * @param value of members with the same key in one object, the last one
 * @param repeatedKeys JSON pointers (RFC 6901) of keys that stand more than once in their object,
 *     each once, in the order of the text; the first twenty of them, each cut after 500 characters
 */
public record JsonDocument(JsonValue value, List<String> repeatedKeys) {

  public JsonDocument {
    repeatedKeys = List.copyOf(repeatedKeys);
  }
}
