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
 * Puts incoming metadata onto old ones (contract, "Metadata upsert"). Objects merge at every level,
 * and what the incoming side does not name stays; scalars and {@code null} replace. Doing the same
 * upsert again changes nothing. What is new comes behind what is old, in the order of the incoming
 * side.
 */
public record MetadataUpsert(ArrayMergeMode arrays, JsonBuilderFactory builders) {

  private static final String SHA = "sha";

  /**
   * What is sent on so that a merge of the first level loses nothing: only the members that the
   * incoming side names, each with its upserted value.
   */
  public JsonObject changes(JsonObject old, JsonObject incoming) {
    var changes = builders.createObjectBuilder();
    incoming.forEach((key, value) -> changes.add(key, value(old.get(key), value)));
    return changes.build();
  }

  /** The whole upserted metadata. */
  public JsonObject upsert(JsonObject old, JsonObject incoming) {
    var merged = builders.createObjectBuilder(old);
    incoming.forEach((key, value) -> merged.add(key, value(old.get(key), value)));
    return merged.build();
  }

  /**
   * @param old {@code null} where there was nothing; the incoming value is then put onto an empty
   *     one of its kind, so that in it, too, each {@code sha} stands once
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
