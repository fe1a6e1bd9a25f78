// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.outbox;

import io.flowmanager.saga.application.store.StoreUnavailableException;
import io.flowmanager.saga.domain.CommandId;
import io.flowmanager.saga.domain.FlowVersion;
import io.flowmanager.saga.domain.flow.FlowName;
import java.time.Instant;

/**
 * The part of the outbox that waits for somebody: commands that {@link Outbox#block} took out of
 * turn. Each call is made within a transaction of the caller.
 *
 * <p>Every method may throw {@link StoreUnavailableException}.
 */
public interface BlockedCommands {

  /** A page of them, in descending order of saga and sequence. */
  BlockedPage list(BlockedQuery query);

  /**
   * The command is no longer blocked and due at {@code now}; false when it is not among them.
   * Whether those behind it may leave is decided as ever: after it.
   */
  boolean unblock(CommandId command, Instant now);

  /** As {@link #unblock}, for all commands of the flow; answers how many. */
  int unblockAll(FlowName flow, Instant now);

  /**
   * As {@link #unblockAll}, for those that were blocked by another version of the flow than that
   * one.
   */
  int unblockOthers(FlowName flow, FlowVersion loaded, Instant now);

  /** How many there are. May be an estimate, a few seconds old. */
  long size();
}
