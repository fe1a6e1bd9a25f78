// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain;

import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Decides what one key of a deep merge gets, as the third argument of lodash's {@code mergeWith}
 * does. It is asked for every key of the payload, outer keys before inner ones. An empty {@code
 * Optional} is JavaScript's {@code undefined}.
 *
 * <p>Members that every JavaScript object inherits ({@code toString} and the like) are no values
 * here: {@code old} is empty for them, where lodash passes the inherited function.
 */
@FunctionalInterface
public interface MergeCustomizer {

  /** A customizer that leaves every key to the merge. */
  MergeCustomizer NONE = (old, added, place) -> Optional.empty();

  /**
   * The place of a value: its key, its target and its source.
   *
   * @param key the key; of an array, the index as text
   * @param object what is merged into, as merged so far: an object or an array
   * @param source what is merged
   */
  record Place(String key, JsonStructure object, JsonStructure source) {}

  /**
   * The value for the key; empty to leave the key to the merge. Other values are used as they are
   * and are not merged any deeper.
   *
   * @param old what the key has now
   * @param added what the payload has for it
   * @param place copies the object as merged so far, so call it only when it is needed
   * @throws MergeFailedException when it cannot decide
   */
  Optional<JsonValue> choose(
      Optional<JsonValue> old, Optional<JsonValue> added, Supplier<Place> place);
}
