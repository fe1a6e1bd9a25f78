// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain;

import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.util.Optional;

/** An object or array while a source is merged into it; keys of an array are indexes as text. */
sealed interface MergeTarget permits ObjectTarget, ArrayTarget {

  /** The value that lodash reads at the key; empty when there is none. */
  Optional<JsonValue> get(String key);

  void put(String key, JsonValue value);

  /** The object or array as merged so far. */
  JsonStructure value();
}
