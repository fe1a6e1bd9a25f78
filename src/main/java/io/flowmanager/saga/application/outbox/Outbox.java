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
 * The stored commands that are not known to be delivered, as the relay sees them. They come in by
 * {@link SagaStore#commit}. Each call is made within a transaction of the caller. Any number of
 * nodes may call at once; a call names 1,000 commands at the most.
 *
 * <p>A node has a command by a lease: until then nobody else may claim it. The time at which the
 * lease ends, in milliseconds, identifies the lease. {@link #postpone}, {@link #block} and {@link
 * #release} name the lease of the node that calls. They do not change a command that has another
 * lease by now, is blocked or is unknown. A lease that has ended still counts until a claim takes
 * the command or passes it over.
 *
 * <p>Every method may throw {@link StoreUnavailableException}.
 */
public interface Outbox {

  /** A due command behind a gap is not looked at again for so long. */
  Duration PASSED_OVER = Duration.ofSeconds(1);

  /**
   * Takes commands that are due at {@code now} and that nobody else is taking. Of each saga it
   * takes the oldest that is left and, without a gap, those that follow it; none of a saga whose
   * oldest is not due, blocked or being taken. Those of one saga come one after the other, in their
   * order. They are due again at {@code leasedUntil}, so a node that dies loses none.
   *
   * <p>What waits behind an oldest command that is not due, blocked or of a channel that is limited
   * stays as it is: it counts for no limit, and nothing is written.
   *
   * <p>Less than the limit is no sign that nothing more is due: others may be taking it, and what
   * is due behind a gap counts, too, and is due again after {@link #PASSED_OVER}.
   */
  List<PendingCommand> claim(Instant now, Instant leasedUntil, ClaimLimits limits);

  /** Forgets commands that have been delivered; unknown ones are passed over. */
  void remove(Collection<CommandId> delivered);

  /**
   * Makes commands due at their next attempt, if this node still has them by the lease that is
   * named; those of their sagas that come after them wait.
   */
  void postpone(Collection<OutboxUpdate.Postpone> failures);

  /**
   * Commands that are not claimed again until {@link BlockedCommands} lets them go, if this node
   * still has them by the lease that is named; those of their sagas that come after them wait
   * behind them. They count as stored, and {@link #remove} forgets them as ever. A blocked command
   * has no lease.
   */
  void block(Collection<OutboxUpdate.Block> blocks, Instant now);

  /**
   * Gives up leases of commands that this node will not send itself: they are due at {@code now}.
   */
  void release(Collection<OutboxUpdate.Release> leases, Instant now);

  /** Of every flow and channel with stored commands, how many and since when; in no order. */
  List<Backlog> backlogs();
}
