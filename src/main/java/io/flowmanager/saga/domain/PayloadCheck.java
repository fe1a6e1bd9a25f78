// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain;

import io.flowmanager.saga.domain.Refusal.Violation;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;

/**
 * Checks the payload of an event against the schema of its transition (contract,
 * "payloadValidationSchema"). A pure function, safe for use by many threads.
 */
@FunctionalInterface
public interface PayloadCheck {

  /**
   * The faults of the payload; empty when it has none. Of very many faults it returns only some,
   * yet more than {@link Refusal#MOST_VIOLATIONS}. A check that would take too long is itself a
   * fault, which names the keyword.
   */
  List<Violation> check(JsonValue payload);

  /** The same, if it takes a few milliseconds at most; empty if it takes longer. */
  default Optional<List<Violation>> checkQuickly(JsonValue payload) {
    return Optional.of(check(payload));
  }
}
