// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain;

import jakarta.json.JsonArray;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.Optional;

/**
 * Merges as lodash 4.17's {@code mergeWith} does (contract, "Metadata"): objects key by key, arrays
 * index by index, everything else replaces what was there, {@code null} too. An object that meets
 * an array goes into it by its indexes; an array that meets an object replaces it, unless the
 * object has a length. An object under {@code __proto__} is skipped.
 *
 * <p>Numbers are kept digit by digit. What the payload does not touch is not copied. An array that
 * would get more than 100,000 elements is refused, and so is a merge that would make more than
 * 100,000 holes in arrays.
 */
public final class DeepMerge implements MetadataMerge {

  private final JsonProvider json;
  private final JsonBuilderFactory builders;
  private final MergeCustomizer customizer;

  public DeepMerge(JsonProvider json, JsonBuilderFactory builders, MergeCustomizer customizer) {
    this.json = json;
    this.builders = builders;
    this.customizer = customizer;
  }

  /**
   * {@inheritDoc}
   *
   * @throws MergeFailedException when the customizer fails or an array would become too long
   */
  @Override
  public JsonObject merge(JsonObject metadata, JsonObject payload) {
    return new Merging().mergeAll(metadata, payload);
  }

  /** One merge. */
  private final class Merging {

    private final ArrayHoles holes = new ArrayHoles();

    JsonObject mergeAll(JsonObject metadata, JsonObject payload) {
      var target = new ObjectTarget(builders, metadata);
      mergeObject(target, payload);
      return target.value();
    }

    private void mergeObject(MergeTarget target, JsonObject source) {
      for (String key : ScriptKey.inOrder(source.keySet())) {
        mergeKey(target, key, source.get(key), source);
      }
    }

    private void mergeArray(MergeTarget target, JsonArray source) {
      for (int i = 0; i < source.size(); i++) {
        mergeKey(target, Integer.toString(i), source.get(i), source);
      }
    }

    private void mergeKey(MergeTarget target, String key, JsonValue added, JsonStructure source) {
      boolean hidden = key.equals(ObjectTarget.PROTOTYPE) && added instanceof JsonStructure;
      Optional<JsonValue> seen = hidden ? Optional.empty() : Optional.of(added);
      Optional<JsonValue> old = target.get(key);
      Optional<JsonValue> chosen = customizer.choose(old, seen, () -> place(key, target, source));
      if (chosen.isPresent()) {
        target.put(key, chosen.get());
      } else if (!hidden) {
        target.put(key, merged(old.orElse(JsonValue.NULL), added));
      }
    }

    private MergeCustomizer.Place place(String key, MergeTarget target, JsonStructure source) {
      return new MergeCustomizer.Place(key, target.value(), source);
    }

    private JsonValue merged(JsonValue old, JsonValue added) {
      if (added instanceof JsonObject source) {
        MergeTarget target = targetForObject(old);
        mergeObject(target, source);
        return target.value();
      }
      if (added instanceof JsonArray source) {
        MergeTarget target = targetForArray(old);
        mergeArray(target, source);
        return target.value();
      }
      return added;
    }

    private MergeTarget targetForObject(JsonValue old) {
      if (old instanceof JsonArray array) {
        return ArrayTarget.of(json, holes, array);
      }
      return new ObjectTarget(
          builders, old instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT);
    }

    private MergeTarget targetForArray(JsonValue old) {
      if (old instanceof JsonObject object) {
        return ArrayTarget.ofArrayLike(json, holes, object)
            .orElseGet(() -> ArrayTarget.of(json, holes, JsonValue.EMPTY_JSON_ARRAY));
      }
      return ArrayTarget.of(
          json, holes, old instanceof JsonArray array ? array : JsonValue.EMPTY_JSON_ARRAY);
    }
  }
}
