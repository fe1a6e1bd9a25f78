// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain;

import jakarta.json.JsonValue;
import java.util.Optional;

/**
 * What a participant says has happened.
 *
 * @param saga whose event it is
 * @param label {@code messageLabel} of the envelope
 * @param payload {@code messagePayload}: an object, or {@link JsonValue#NULL} for none; anything
 *     else is refused
 * @param id with an id the event acts once, however often it comes
 */
public record Event(SagaId saga, String label, JsonValue payload, Optional<EventId> id) {}
