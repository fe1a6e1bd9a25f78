// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain;

import jakarta.json.JsonObject;

/**
 * How the payload of an event becomes part of its saga's metadata (contract, "Metadata"). A pure
 * function.
 */
@FunctionalInterface
public interface MetadataMerge {

  /** The new metadata of the saga; neither argument is changed. */
  JsonObject merge(JsonObject metadata, JsonObject payload);
}
