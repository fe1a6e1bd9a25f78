// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain;

import io.flowmanager.saga.domain.flow.FlowName;
import jakarta.json.JsonObject;

/** A saga to start, with an id that no other saga has. */
public record NewSaga(SagaId id, FlowName flow, String associatedEntityId, JsonObject metadata) {}
