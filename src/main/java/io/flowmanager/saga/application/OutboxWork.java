// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application;

import io.flowmanager.saga.domain.CommandId;
import io.flowmanager.saga.domain.FlowVersion;
import java.time.Instant;

/** Something to be noted in the outbox. */
public sealed interface OutboxWork {

  /** The command has been delivered. */
  record Remove(CommandId command) implements OutboxWork {}

  /** The command failed and is to be tried again at that time. */
  record Postpone(CommandId command, int attempts, Instant nextAttempt, String error)
      implements OutboxWork {}

  /** That version of the flow cannot make the command's message, for that reason. */
  record Block(CommandId command, FlowVersion version, String reason) implements OutboxWork {}

  /** This node will not send the command. */
  record Release(CommandId command) implements OutboxWork {}

  /** Look for commands that are due. */
  record Poll() implements OutboxWork {}
}
