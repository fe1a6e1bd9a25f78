// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.relay;

import io.flowmanager.saga.application.channel.Channels;
import io.flowmanager.saga.application.outbox.DeliverySettings;
import io.flowmanager.saga.application.telemetry.Telemetry;
import java.time.Clock;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * What the relay depends on.
 *
 * @param random a source of jitter, for the calling thread
 */
public record RelayDependencies(
    Channels channels,
    DeliverySettings settings,
    Clock clock,
    Supplier<RandomGenerator> random,
    Telemetry telemetry,
    RunHooks hooks) {}
