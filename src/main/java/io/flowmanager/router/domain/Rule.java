// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.domain;

import jakarta.json.JsonObject;
import java.util.Optional;

/**
 * Assigns a sub flow to main sagas with certain metadata.
 *
 * @param id names the sub flow; unique in its set
 * @param flowManager where sub sagas are started and events are sent
 * @param sagas where sub sagas are read
 * @param conditions conditions on a main saga's metadata; empty for all sagas
 */
public record Rule(String id, Address flowManager, Address sagas, JsonObject conditions) {

  /** Whether the rule matches the metadata. */
  public boolean takes(JsonObject metadata) {
    return Conditions.areMet(conditions, metadata);
  }

  /** Why the rule does not match the metadata; empty if it does. */
  public Optional<Mismatch> mismatch(JsonObject metadata) {
    return Conditions.mismatch(conditions, metadata);
  }

  /** Whether the rule matches everything that the other one matches. */
  boolean shadows(Rule other) {
    return takes(other.conditions());
  }
}
