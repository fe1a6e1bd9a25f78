// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.routing;

import io.flowmanager.saga.domain.flow.ConfigValue;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Members of a configuration's JSON objects; what is wrong with them is gathered, each with its
 * JSON pointer. Of one file. No message repeats a value.
 */
final class FileMembers {

  private final List<String> faults = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  boolean isSound() {
    return faults.isEmpty();
  }

  List<String> faults() {
    return List.copyOf(faults);
  }

  List<String> warnings() {
    return List.copyOf(warnings);
  }

  void fault(String pointer, String message) {
    faults.add((pointer.isEmpty() ? "(document)" : pointer) + ": " + message);
  }

  JsonObject object(String pointer, JsonValue value) {
    if (value instanceof JsonObject object) {
      return object;
    }
    fault(pointer, "must be an object");
    return JsonValue.EMPTY_JSON_OBJECT;
  }

  JsonObject needed(String pointer, JsonObject object, String name) {
    return has(pointer, object, name)
        ? object(pointer + "/" + name, object.get(name))
        : JsonValue.EMPTY_JSON_OBJECT;
  }

  /** Warns of members that are none of these. */
  void known(String pointer, JsonObject object, Set<String> names) {
    object.keySet().stream()
        .filter(name -> !names.contains(name))
        .map(name -> pointer + "/" + name.replace("~", "~0").replace("/", "~1"))
        .forEach(place -> warnings.add(place + ": is not a key of the format and is ignored"));
  }

  Optional<String> text(String pointer, JsonObject object, String name) {
    if (!has(pointer, object, name)) {
      return Optional.empty();
    }
    if (object.get(name) instanceof JsonString text && !text.getString().isBlank()) {
      return Optional.of(text.getString());
    }
    fault(pointer + "/" + name, "must be a string that is not blank");
    return Optional.empty();
  }

  /** The text without the space around it; empty when the member is not there or is null. */
  String optionalText(String pointer, JsonObject object, String name) {
    JsonValue value = object.getOrDefault(name, JsonValue.NULL);
    if (value instanceof JsonString text) {
      return text.getString().strip();
    }
    if (value != JsonValue.NULL) {
      fault(pointer + "/" + name, "must be a string");
    }
    return "";
  }

  private boolean has(String pointer, JsonObject object, String name) {
    boolean isThere = object.containsKey(name);
    if (!isThere) {
      fault(pointer, "needs the member \"" + name + "\"");
    }
    return isThere;
  }

  /** A text or a reference to a secret, if it is there and not null. */
  Optional<ConfigValue> value(String pointer, JsonObject object, String name) {
    JsonValue value = object.getOrDefault(name, JsonValue.NULL);
    if (value == JsonValue.NULL) {
      return Optional.empty();
    }
    if (value instanceof JsonString text) {
      return Optional.of(new ConfigValue.Plain(text.getString()));
    }
    if (value instanceof JsonObject reference
        && reference.keySet().equals(Set.of("type", "path"))
        && reference.get("type") instanceof JsonString type
        && reference.get("path") instanceof JsonString path
        && type.getString().equals("file")) {
      return Optional.of(new ConfigValue.SecretFile(path.getString()));
    }
    fault(
        pointer + "/" + name,
        "must be a string or a secret reference such as"
            + " {\"type\": \"file\", \"path\": \"/run/secret\"}");
    return Optional.empty();
  }
}
