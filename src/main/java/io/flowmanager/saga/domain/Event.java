// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain;

import io.flowmanager.saga.domain.Refusal.Violation;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A participant's message to a saga that something has happened.
 *
 * @param saga whose event it is
 * @param label {@code messageLabel} of the envelope
 * @param payload {@code messagePayload}: an object, or {@link JsonValue#NULL} for none; anything
 *     else is refused
 * @param id with an id the event counts once, however often it is sent
 * @param checked the results of the checks of the payload that were made before
 */
public record Event(
    SagaId saga,
    String label,
    JsonValue payload,
    Optional<EventId> id,
    Map<PayloadCheck, List<Violation>> checked) {

  public Event {
    checked = Map.copyOf(checked);
  }

  /** An event whose payload has not been checked yet. */
  public Event(SagaId saga, String label, JsonValue payload, Optional<EventId> id) {
    this(saga, label, payload, id, Map.of());
  }

  /** The same event with the results of checks. */
  public Event withChecked(Map<PayloadCheck, List<Violation>> found) {
    return new Event(saga, label, payload, id, found);
  }

  List<Violation> violations(PayloadCheck check) {
    List<Violation> found = checked.get(check);
    return found == null ? check.check(payload) : found;
  }
}
