// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.outbox;

import io.flowmanager.saga.domain.CommandId;
import io.flowmanager.saga.domain.FlowVersion;
import io.flowmanager.saga.domain.flow.FlowName;
import java.time.Instant;

/**
 * A command that is not sent, because its hook failed and its flow has to be corrected first.
 *
 * @param state the state that sends it on entry
 * @param version version of the flow whose hook failed
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
