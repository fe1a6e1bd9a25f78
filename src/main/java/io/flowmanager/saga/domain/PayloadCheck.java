// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain;

import io.flowmanager.saga.domain.Refusal.Violation;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;

/**
 * What a transition demands of the payload of its event (contract, "payloadValidationSchema"). A
 * pure function, safe for use by many threads.
 */
@FunctionalInterface
public interface PayloadCheck {

  /**
   * What is wrong with the payload; nothing when it may pass. Of very many faults not all are told,
   * yet more than {@link Refusal#MOST_VIOLATIONS}. A check that would take too long is itself a
   * fault, which names the keyword.
   */
  List<Violation> check(JsonValue payload);

  /** The same, where it takes a few milliseconds at most; empty where it takes longer. */
  default Optional<List<Violation>> checkQuickly(JsonValue payload) {
    return Optional.of(check(payload));
  }
}
