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
   * @param leasedUntil the lease by which this node has the command
   * @param attempts how often it has been tried in vain
   * @param error why the last try failed, for an operator; at most 1000 characters are kept
   */
  record Postpone(
      CommandId command, Instant leasedUntil, int attempts, Instant nextAttempt, String error)
      implements OutboxUpdate {

    /** One more attempt of the command was in vain. */
    public static Postpone of(PendingCommand pending, Instant nextAttempt, String error) {
      return new Postpone(
          pending.command().id(),
          pending.leasedUntil(),
          pending.attempts() + 1,
          nextAttempt,
          error);
    }
  }

  /**
   * The hook of that version of the flow could not make the command's message.
   *
   * @param leasedUntil the lease by which this node has the command
   * @param reason for an operator; at most 1000 characters are kept
   */
  record Block(CommandId command, Instant leasedUntil, FlowVersion version, String reason)
      implements OutboxUpdate {

    public static Block of(PendingCommand pending, FlowVersion version, String reason) {
      return new Block(pending.command().id(), pending.leasedUntil(), version, reason);
    }
  }

  /** This node will not send a command that is leased to it until {@code leasedUntil}. */
  record Release(CommandId command, Instant leasedUntil) implements OutboxUpdate {

    public static Release of(PendingCommand pending) {
      return new Release(pending.command().id(), pending.leasedUntil());
    }
  }

  /** Claim commands that are due. */
  record Poll(ClaimLimits limits) implements OutboxUpdate {}
}
