// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.outbox;

import io.flowmanager.saga.application.store.PendingCommand;
import io.flowmanager.saga.domain.CommandId;
import io.flowmanager.saga.domain.FlowVersion;
import java.time.Instant;

/** A change of the outbox. */
public sealed interface OutboxUpdate {

  /** The command has been delivered. */
  record Remove(CommandId command) implements OutboxUpdate {}

  /**
   * The command failed and is to be tried again at that time.
   *
   * @param attempts how often it has been tried in vain
   * @param error why the last try failed, for an operator; at most 1000 characters are kept
   */
  record Postpone(CommandId command, int attempts, Instant nextAttempt, String error)
      implements OutboxUpdate {}

  /**
   * That version of the flow cannot make the command's message.
   *
   * @param reason for an operator; at most 1000 characters are kept
   */
  record Block(CommandId command, FlowVersion version, String reason) implements OutboxUpdate {}

  /** This node will not send the command that it has until then. */
  record Release(CommandId command, Instant leasedUntil) implements OutboxUpdate {

    public static Release of(PendingCommand pending) {
      return new Release(pending.command().id(), pending.leasedUntil());
    }
  }

  /** Look for commands that are due. */
  record Poll(ClaimLimits limits) implements OutboxUpdate {}
}
