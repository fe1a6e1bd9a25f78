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
   * The send failed and is to be retried at {@code nextAttempt}.
   *
   * @param attempts number of failed attempts
   * @param error why the last attempt failed, for an operator; at most 1000 characters are stored
   */
  record Postpone(CommandId command, int attempts, Instant nextAttempt, String error)
      implements OutboxUpdate {}

  /**
   * The hook of that version of the flow could not make the command's message.
   *
   * @param reason for an operator; at most 1000 characters are stored
   */
  record Block(CommandId command, FlowVersion version, String reason) implements OutboxUpdate {}

  /** This node will not send a command that is leased to it until {@code leasedUntil}. */
  record Release(CommandId command, Instant leasedUntil) implements OutboxUpdate {

    public static Release of(PendingCommand pending) {
      return new Release(pending.command().id(), pending.leasedUntil());
    }
  }

  /** Claim commands that are due. */
  record Poll(ClaimLimits limits) implements OutboxUpdate {}
}
