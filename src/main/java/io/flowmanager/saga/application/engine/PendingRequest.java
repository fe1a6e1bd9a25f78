// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.engine;

import io.flowmanager.saga.application.store.Answer;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/**
 * A request on its way through a lane.
 *
 * @param answer what its caller waits for
 * @param since when it arrived
 */
record PendingRequest(EngineRequest request, CompletableFuture<Answer> answer, Instant since) {}
