// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain;

import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

final class ObjectTarget implements MergeTarget {

  /**
   * Reading it is reading the prototype in JavaScript, so lodash never does; writing it is fine.
   */
  static final String PROTOTYPE = "__proto__";

  private final JsonBuilderFactory builders;
  private final JsonObject before;
  private final Map<String, JsonValue> changes = new LinkedHashMap<>();

  ObjectTarget(JsonBuilderFactory builders, JsonObject before) {
    this.builders = builders;
    this.before = before;
  }

  @Override
  public Optional<JsonValue> get(String key) {
    return key.equals(PROTOTYPE) ? Optional.empty() : Optional.ofNullable(before.get(key));
  }

  @Override
  public void put(String key, JsonValue value) {
    changes.put(key, value);
  }

  @Override
  public JsonObject value() {
    if (changes.isEmpty()) {
      return before;
    }
    var merged = builders.createObjectBuilder(before);
    changes.forEach(merged::add);
    return merged.build();
  }
}
