// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.engine;

import io.flowmanager.saga.application.store.Answer;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** An intake on its way through a lane, who waits for its answer, and since when. */
record PendingRequest(EngineRequest intake, CompletableFuture<Answer> answer, Instant since) {}
