// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.store;

import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.FlowName;
import java.time.Instant;
import java.util.Optional;

/**
 * Which sagas to list. Every filter that is present must match.
 *
 * @param businessState text of the business id, with or without the quotes of a JSON string
 * @param updatedAfter exclusive, as {@code updatedBefore}
 * @param before only sagas that follow this one in the listing: the last id of the previous page
 * @param limit maximum number of sagas
 */
public record SagaQuery(
    Optional<FlowName> flow,
    Optional<String> state,
    Optional<String> businessState,
    Optional<String> associatedEntityId,
    Optional<Boolean> isFinal,
    Optional<Instant> updatedAfter,
    Optional<Instant> updatedBefore,
    Optional<SagaId> before,
    int limit) {}
