// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.channel;

import java.time.Instant;
import java.util.Optional;

/**
 * Whether the broker behind a channel can be reached.
 *
 * @param since when it came up or went down
 * @param reason why it is down, without secrets
 */
public record Connection(boolean up, Instant since, Optional<String> reason) {}
