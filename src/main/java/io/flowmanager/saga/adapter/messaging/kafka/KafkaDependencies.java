// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.messaging.kafka;

import io.flowmanager.saga.application.engine.EngineRequest;
import io.flowmanager.saga.application.inbox.InboxTransactions;
import io.flowmanager.saga.application.inbox.ReadMessage;
import io.flowmanager.saga.application.store.Answer;
import io.flowmanager.saga.application.telemetry.Telemetry;
import java.time.Clock;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * What a Kafka source depends on.
 *
 * @param engine accepts a record, as {@code ConsumeMessages} does
 * @param workers runs work that waits for the database, so that the polling thread never waits for
 *     it
 */
public record KafkaDependencies(
    Function<EngineRequest.Consume, CompletionStage<Answer>> engine,
    InboxTransactions inbox,
    ReadMessage messages,
    Executor workers,
    Telemetry telemetry,
    Clock clock) {}
