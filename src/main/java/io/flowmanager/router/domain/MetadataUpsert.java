// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.domain;

import jakarta.json.JsonArray;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Merges incoming metadata into existing metadata (contract, "Metadata upsert"). Objects are merged
 * at every level, and members that the incoming side does not name stay; scalars and {@code null}
 * replace. The operation is idempotent. New members follow the old ones, in the order of the
 * incoming side.
 */
public record MetadataUpsert(ArrayMergeMode arrays, JsonBuilderFactory builders) {

  private static final String SHA = "sha";

  /**
   * The payload to send, so that a first-level merge gives the same result: only the members that
   * the incoming side names, each with its merged value.
   */
  public JsonObject changes(JsonObject old, JsonObject incoming) {
    var changes = builders.createObjectBuilder();
    incoming.forEach((key, value) -> changes.add(key, value(old.get(key), value)));
    return changes.build();
  }

  /** The whole merged metadata. */
  public JsonObject upsert(JsonObject old, JsonObject incoming) {
    var merged = builders.createObjectBuilder(old);
    incoming.forEach((key, value) -> merged.add(key, value(old.get(key), value)));
    return merged.build();
  }

  /**
   * @param old {@code null} if there was no value; the incoming value is then merged into an empty
   *     one of its kind, so that each {@code sha} occurs once in it, too
   */
  private JsonValue value(JsonValue old, JsonValue incoming) {
    if (incoming instanceof JsonObject object) {
      return upsert(
          old instanceof JsonObject oldObject ? oldObject : JsonValue.EMPTY_JSON_OBJECT, object);
    }
    if (incoming instanceof JsonArray array && arrays == ArrayMergeMode.SHA) {
      return array(
          old instanceof JsonArray oldArray ? oldArray : JsonValue.EMPTY_JSON_ARRAY, array);
    }
    return incoming;
  }

  private JsonArray array(JsonArray old, JsonArray incoming) {
    if (!allHaveSha(incoming)) {
      return incoming;
    }
    Map<String, JsonObject> bySha = new LinkedHashMap<>();
    if (allHaveSha(old)) {
      old.forEach(element -> put(bySha, element.asJsonObject()));
    }
    incoming.forEach(element -> put(bySha, element.asJsonObject()));
    var merged = builders.createArrayBuilder();
    bySha.values().forEach(merged::add);
    return merged.build();
  }

  private void put(Map<String, JsonObject> bySha, JsonObject element) {
    String sha = element.getString(SHA);
    bySha.put(sha, upsert(bySha.getOrDefault(sha, JsonValue.EMPTY_JSON_OBJECT), element));
  }

  private static boolean allHaveSha(JsonArray array) {
    return array.stream()
        .allMatch(
            element ->
                element instanceof JsonObject object && object.get(SHA) instanceof JsonString);
  }
}
