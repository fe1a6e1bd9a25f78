// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application;

import java.time.Clock;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * What the relay works with.
 *
 * @param random a source of jitter, for the calling thread
 */
public record RelaySurroundings(
    Channels channels,
    RelaySettings settings,
    Clock clock,
    Supplier<RandomGenerator> random,
    Telemetry telemetry,
    RunHooks hooks) {}
