// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.kafka;

import java.time.Instant;
import java.util.Optional;

/**
 * Whether a Kafka cluster responds.
 *
 * @param since when it came up or went down
 * @param reason why it is down, without secrets
 */
public record BrokerState(boolean up, Instant since, Optional<String> reason) {}
