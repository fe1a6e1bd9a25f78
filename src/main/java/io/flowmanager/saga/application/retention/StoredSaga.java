// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.retention;

import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.FlowName;
import java.time.Instant;

/**
 * Of a saga what says whether its time is over.
 *
 * @param updatedAt when its latest step was made
 * @param version as of which it was read; a saga that moves gets another one
 */
public record StoredSaga(
    SagaId id, FlowName flow, boolean isFinal, Instant updatedAt, long version) {}
