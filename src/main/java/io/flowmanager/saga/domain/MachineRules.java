// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain;

import io.flowmanager.saga.domain.flow.MachineDefinition.Transition;
import java.util.List;
import java.util.Map;

/**
 * The rules of a machine, besides its table.
 *
 * @param merge how payloads become metadata
 * @param checks of the transitions that have a payload schema
 * @param refuseUnexpected whether an event that the current state does not expect is refused, not
 *     ignored
 */
public record MachineRules(
    MetadataMerge merge, Map<Transition, PayloadCheck> checks, boolean refuseUnexpected) {

  private static final PayloadCheck ANYTHING = payload -> List.of();

  PayloadCheck check(Transition transition) {
    return checks.getOrDefault(transition, ANYTHING);
  }
}
