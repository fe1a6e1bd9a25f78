// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.messaging.kafka;

import io.flowmanager.saga.application.Answer;
import io.flowmanager.saga.application.Intake;
import io.flowmanager.saga.application.KeepInbox;
import io.flowmanager.saga.application.ReadMessage;
import io.flowmanager.saga.application.Telemetry;
import java.time.Clock;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * What a source works with.
 *
 * @param engine takes a record in, as {@code ConsumeMessages} does
 * @param workers runs what waits for the database, so that the broker never waits for it
 */
public record Surroundings(
    Function<Intake.Consume, CompletionStage<Answer>> engine,
    KeepInbox inbox,
    ReadMessage messages,
    Executor workers,
    Telemetry telemetry,
    Clock clock) {}
