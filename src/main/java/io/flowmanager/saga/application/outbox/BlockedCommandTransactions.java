// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.outbox;

import io.flowmanager.saga.application.flow.Flow;
import io.flowmanager.saga.application.flow.FlowCatalog;
import io.flowmanager.saga.domain.CommandId;
import io.flowmanager.saga.domain.flow.FlowName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;

/** Lists and unblocks commands, each call in a transaction of its own. */
@ApplicationScoped
public class BlockedCommandTransactions {

  private static final Logger LOG = System.getLogger(BlockedCommandTransactions.class.getName());

  private final BlockedCommands blocked;
  private final FlowCatalog flows;
  private final Clock clock;

  /** For the container's proxy. */
  protected BlockedCommandTransactions() {
    this(null, null, null);
  }

  @Inject
  public BlockedCommandTransactions(BlockedCommands blocked, FlowCatalog flows, Clock clock) {
    this.blocked = blocked;
    this.flows = flows;
    this.clock = clock;
  }

  /**
   * Unblocks the commands that were blocked by another version of a hosted flow. To be called at
   * the start.
   */
  @Transactional
  public void unblockOfOtherVersions() {
    flows.all().forEach(this::unblockOfOtherVersions);
  }

  private void unblockOfOtherVersions(Flow flow) {
    int count = blocked.unblockOthers(flow.name(), flow.version(), clock.instant());
    if (count > 0) {
      LOG.log(
          Level.INFO,
          "Blocked commands are tried again: flow={0} version={1} commands={2}",
          flow.name(),
          flow.version(),
          Integer.toString(count));
    }
  }

  /** Unblocks one command; false if it is not blocked. */
  @Transactional
  public boolean unblock(CommandId command) {
    return blocked.unblock(command, clock.instant());
  }

  /** Unblocks all commands of the flow and returns their number. */
  @Transactional
  public int unblock(FlowName flow) {
    return blocked.unblockAll(flow, clock.instant());
  }

  @Transactional
  public BlockedPage list(BlockedQuery query) {
    return blocked.list(query);
  }

  @Transactional
  public long count() {
    return blocked.size();
  }
}
