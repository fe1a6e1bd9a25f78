// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.outbox;

import io.flowmanager.saga.domain.flow.FlowName;
import java.time.Instant;

/**
 * The commands of one channel that are stored and not known to be delivered.
 *
 * @param commands their number; at least one
 * @param oldest when the oldest of them was stored
 */
public record Backlog(FlowName flow, String channel, long commands, Instant oldest) {}
