// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application;

import io.flowmanager.saga.domain.CommandId;
import io.flowmanager.saga.domain.FlowVersion;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * The stored commands that are not known to be delivered, as the relay sees them. They come in by
 * {@link SagaStore#commit}. Each call is made within a transaction of the caller. Any number of
 * nodes may call at once; a call names 1,000 commands at the most.
 *
 * <p>Every method may throw {@link StoreUnavailableException}.
 */
public interface Outbox {

  /**
   * Takes commands that are due at {@code now} and that nobody else is taking: of each saga only
   * the oldest that is left, and none of a saga whose oldest is not due or blocked. They are due
   * again at {@code leasedUntil}, so a node that dies loses none. Less than the limit is no sign
   * that nothing more is due: others may be taking it.
   */
  List<PendingCommand> claim(Instant now, Instant leasedUntil, int limit);

  /** Forgets commands that have been delivered; unknown ones are passed over. */
  void remove(Collection<CommandId> delivered);

  /**
   * Makes the command due at {@code nextAttempt}, and those of its saga that come after it due at
   * once when it is gone.
   *
   * @param attempts how often it has been tried in vain
   * @param error why the last try failed, for an operator; at most 1000 characters are kept
   */
  void postpone(CommandId command, int attempts, Instant nextAttempt, String error);

  /**
   * The command is not claimed again until {@link BlockedCommands} lets it go, and those of its
   * saga that come after it wait behind it. It counts as stored, and {@link #remove} forgets it as
   * ever.
   *
   * @param version of the flow that cannot make its message
   * @param reason for an operator; at most 1000 characters are kept
   */
  void block(CommandId command, FlowVersion version, String reason, Instant now);

  /**
   * Gives up the lease of commands that this node will not send itself: they are due at {@code
   * now}, unless they are blocked.
   */
  void release(Collection<CommandId> commands, Instant now);

  /** Of every flow and channel with stored commands, how many and since when; in no order. */
  List<Backlog> backlogs();
}
