// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain;

import io.flowmanager.saga.domain.flow.FlowName;
import jakarta.json.JsonObject;

/** A saga that is to be started, under an id that nobody else has. */
public record NewSaga(SagaId id, FlowName flow, String associatedEntityId, JsonObject metadata) {}
