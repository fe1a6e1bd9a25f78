// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain;

import io.flowmanager.saga.domain.Refusal.Violation;
import jakarta.json.JsonValue;
import java.util.List;

/**
 * What a transition demands of the payload of its event (contract, "payloadValidationSchema"). A
 * pure function, safe for use by many threads.
 */
@FunctionalInterface
public interface PayloadCheck {

  /** Everything that is wrong with the payload; nothing when it may pass. */
  List<Violation> check(JsonValue payload);
}
