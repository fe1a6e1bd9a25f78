// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.messaging.jms;

import io.flowmanager.platform.jms.BrokerLink;
import io.flowmanager.saga.application.ReadMessage;
import io.flowmanager.saga.application.Telemetry;
import java.time.Duration;
import java.util.function.IntFunction;

/**
 * What a source works with.
 *
 * @param backoff how long to wait after that many failures, 1 and up
 */
public record JmsSurroundings(
    BrokerLink link, ReadMessage envelopes, IntFunction<Duration> backoff, Telemetry telemetry) {}
