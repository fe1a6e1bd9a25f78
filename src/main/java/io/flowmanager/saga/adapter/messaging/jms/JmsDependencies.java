// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.messaging.jms;

import io.flowmanager.platform.jms.BrokerLink;
import io.flowmanager.saga.application.inbox.ReadMessage;
import io.flowmanager.saga.application.telemetry.Telemetry;
import java.time.Duration;
import java.util.function.IntFunction;

/**
 * What a JMS source depends on.
 *
 * @param backoff how long to wait after that many consecutive failures, from 1
 */
public record JmsDependencies(
    BrokerLink link, ReadMessage envelopes, IntFunction<Duration> backoff, Telemetry telemetry) {}
