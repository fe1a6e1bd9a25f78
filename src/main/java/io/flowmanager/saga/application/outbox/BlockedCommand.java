// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.outbox;

import io.flowmanager.saga.domain.CommandId;
import io.flowmanager.saga.domain.FlowVersion;
import io.flowmanager.saga.domain.flow.FlowName;
import java.time.Instant;

/**
 * A command that does not leave, because its flow has to be mended first.
 *
 * @param state the state whose entry sends it
 * @param version of the flow that could not make its message
 * @param reason a sentence for an operator
 * @param since in milliseconds
 */
public record BlockedCommand(
    CommandId id,
    FlowName flow,
    String state,
    String channel,
    String label,
    FlowVersion version,
    String reason,
    Instant since) {}
