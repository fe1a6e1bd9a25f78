// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.outbox;

import io.flowmanager.saga.application.store.PendingCommand;
import io.flowmanager.saga.application.store.SagaStore;
import io.flowmanager.saga.application.store.StoreUnavailableException;
import io.flowmanager.saga.domain.CommandId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * The stored commands that are not known to be delivered, as the relay uses them. {@link
 * SagaStore#commit} adds them. Every method must be called within a transaction of the caller. Any
 * number of nodes may call at once. A call names at most 1,000 commands.
 *
 * <p>Every method may throw {@link StoreUnavailableException}.
 */
public interface Outbox {

  /** How long a due command behind a gap is not considered again. */
  Duration PASSED_OVER = Duration.ofSeconds(1);

  /**
   * Claims commands that are due at {@code now} and that no other node is claiming. Of each saga it
   * claims the oldest command and those that follow it without a gap. It claims nothing of a saga
   * whose oldest command is not due, is blocked or is being claimed. The result has the commands of
   * one saga next to each other, in their order. Claimed commands become due again at {@code
   * leasedUntil}, so none is lost when the node dies.
   *
   * <p>Commands behind an oldest command that is not due, is blocked, or belongs to a limited channel stay unchanged: they count towards no limit, and nothing is written.
   *
   * <p>A result smaller than the limit does not mean that nothing more is due. Other nodes may be
   * claiming the rest. A due command behind a gap also counts towards the limit; it is due again
   * after {@link #PASSED_OVER}.
   */
  List<PendingCommand> claim(Instant now, Instant leasedUntil, ClaimLimits limits);

  /** Removes delivered commands; unknown ones are ignored. */
  void remove(Collection<CommandId> delivered);

  /** Makes commands due at their next attempt. The later commands of their sagas wait for them. */
  void postpone(Collection<OutboxUpdate.Postpone> failures);

  /**
   * Blocks commands: they are not claimed again until {@link BlockedCommands} unblocks them. The
   * later commands of their sagas wait for them. Blocked commands count as stored, and {@link
   * #remove} removes them as well.
   */
  void block(Collection<OutboxUpdate.Block> blocks, Instant now);

  /**
   * Ends leases of commands that this node will not send: the commands are due at {@code now}. A
   * lease that another node has taken since is not affected.
   */
  void release(Collection<OutboxUpdate.Release> leases, Instant now);

  /**
   * For every flow and channel with stored commands, their number and the time of the oldest one;
   * in no particular order.
   */
  List<Backlog> backlogs();
}
