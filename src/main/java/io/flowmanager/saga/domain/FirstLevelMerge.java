// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain;

import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;

/** Keys of the payload replace keys of the metadata; nested objects are replaced whole. */
public record FirstLevelMerge(JsonBuilderFactory builders) implements MetadataMerge {

  @Override
  public JsonObject merge(JsonObject metadata, JsonObject payload) {
    if (payload.isEmpty()) {
      return metadata;
    }
    if (metadata.isEmpty()) {
      return payload;
    }
    var merged = builders.createObjectBuilder(metadata);
    payload.forEach(merged::add);
    return merged.build();
  }
}
