// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.kafka;

import java.time.Instant;
import java.util.Optional;

/**
 * Whether a cluster answers.
 *
 * @param since when it came up or went down
 * @param reason why it is down, in words that hold no secret
 */
public record BrokerState(boolean up, Instant since, Optional<String> reason) {}
