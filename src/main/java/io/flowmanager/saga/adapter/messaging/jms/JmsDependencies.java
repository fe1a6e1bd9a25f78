// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.messaging.jms;

import io.flowmanager.platform.jms.BrokerLink;
import io.flowmanager.saga.application.inbox.ReadMessage;
import io.flowmanager.saga.application.telemetry.Telemetry;
import java.time.Duration;
import java.util.function.IntFunction;

/**
 * What a source works with.
 *
 * @param backoff how long to wait after that many failures, 1 and up
 */
public record JmsDependencies(
    BrokerLink link, ReadMessage envelopes, IntFunction<Duration> backoff, Telemetry telemetry) {}
