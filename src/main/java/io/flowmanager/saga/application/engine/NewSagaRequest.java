// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.engine;

import io.flowmanager.saga.domain.EventId;
import io.flowmanager.saga.domain.flow.FlowName;
import jakarta.json.JsonObject;
import java.util.Optional;

/**
 * A saga that somebody wants to begin.
 *
 * @param key a repeat with the same key and flow is answered with the saga of the first request and
 *     does nothing else; one that comes while the first is at work waits for it
 */
public record NewSagaRequest(
    FlowName flow, String associatedEntityId, JsonObject metadata, Optional<EventId> key) {}
