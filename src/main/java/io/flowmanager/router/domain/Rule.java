// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.domain;

import jakarta.json.JsonObject;
import java.util.Optional;

/**
 * Says which main sagas have their sub saga in which flow.
 *
 * @param id names the sub flow; unique in its set
 * @param flowManager where sub sagas are started and told of events
 * @param sagas where sub sagas are read
 * @param conditions what a main saga's metadata must have; empty for all
 */
public record Rule(String id, Address flowManager, Address sagas, JsonObject conditions) {

  /** Whether the rule takes the metadata. */
  public boolean takes(JsonObject metadata) {
    return Conditions.areMet(conditions, metadata);
  }

  /** Why the rule does not take the metadata; empty when it does. */
  public Optional<Mismatch> mismatch(JsonObject metadata) {
    return Conditions.mismatch(conditions, metadata);
  }

  /** Whether the rule takes everything that the other one takes. */
  boolean shadows(Rule other) {
    return takes(other.conditions());
  }
}
