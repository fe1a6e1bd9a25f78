// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.store;

import io.flowmanager.saga.domain.EventId;
import io.flowmanager.saga.domain.SagaId;
import java.time.Instant;

/**
 * The stored answer to an event that has an id. It is kept as long as its saga, so that a repeat
 * gets the same answer.
 *
 * @param answer never {@link Answer.Started} and never {@link Answer.UnknownSaga}
 */
public record Receipt(SagaId saga, EventId event, Answer answer, Instant at) {}
