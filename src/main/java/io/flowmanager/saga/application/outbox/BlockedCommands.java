// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.outbox;

import io.flowmanager.saga.application.store.StoreUnavailableException;
import io.flowmanager.saga.domain.CommandId;
import io.flowmanager.saga.domain.FlowVersion;
import io.flowmanager.saga.domain.flow.FlowName;
import java.time.Instant;

/**
 * The commands of the outbox that {@link Outbox#block} has blocked. They wait for a corrected flow
 * or an operator. Every method must be called within a transaction of the caller.
 *
 * <p>Every method may throw {@link StoreUnavailableException}.
 */
public interface BlockedCommands {

  /** One page of blocked commands, in descending order of saga and sequence. */
  BlockedPage list(BlockedQuery query);

  /**
   * Unblocks the command and makes it due at {@code now}. The later commands of its saga still wait
   * for it. Returns false if the command is not blocked.
   */
  boolean unblock(CommandId command, Instant now);

  /** As {@link #unblock}, for all commands of the flow. Returns their number. */
  int unblockAll(FlowName flow, Instant now);

  /**
   * As {@link #unblockAll}, but only for commands that were blocked by another version of the flow
   * than {@code loaded}.
   */
  int unblockOthers(FlowName flow, FlowVersion loaded, Instant now);

  /** The number of blocked commands. May be an estimate, or a few seconds old. */
  long size();
}
