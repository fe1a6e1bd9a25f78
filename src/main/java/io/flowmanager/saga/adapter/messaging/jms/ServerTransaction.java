// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.messaging.jms;

import io.flowmanager.saga.application.engine.BatchResult;
import io.flowmanager.saga.application.engine.EngineRequest;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What is needed to handle events within a transaction of the server.
 *
 * @param batch handles a batch in the caller's transaction, as {@link
 *     io.flowmanager.saga.application.engine.BatchTransactions#handle} does
 * @param followers get each result after the commit
 * @param probe makes any call to the store, and throws if the store is unavailable
 */
public record ServerTransaction(
    Function<List<EngineRequest>, BatchResult> batch,
    List<Consumer<BatchResult>> followers,
    Runnable probe) {}
