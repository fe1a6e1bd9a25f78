// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.application.route;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;

/**
 * A saga as its reader returns it.
 *
 * @param document the saga document; only {@code metadata}, {@code currentState} and {@code
 *     businessStateDescription} are used here
 */
public record RoutedSaga(String id, JsonObject document) {

  /** The saga's metadata; an empty object if the document has none. */
  public JsonObject metadata() {
    return document.get("metadata") instanceof JsonObject metadata
        ? metadata
        : JsonValue.EMPTY_JSON_OBJECT;
  }

  /** A string member of the metadata. */
  Optional<String> metadata(String key) {
    return text(metadata(), key);
  }

  static Optional<String> text(JsonObject object, String key) {
    return object.get(key) instanceof JsonString string && !string.getString().isBlank()
        ? Optional.of(string.getString())
        : Optional.empty();
  }
}
