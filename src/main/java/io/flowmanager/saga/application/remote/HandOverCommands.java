// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.remote;

import io.flowmanager.saga.application.store.PendingCommand;
import io.flowmanager.saga.application.store.StoreUnavailableException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/**
 * Brings commands of a step that is stored elsewhere into the server's outbox, in a transaction of
 * its own.
 */
@ApplicationScoped
public class HandOverCommands {

  private final OutboxEntries entries;
  private final Clock clock;

  /** For the container's proxy. */
  protected HandOverCommands() {
    this(null, null);
  }

  @Inject
  public HandOverCommands(OutboxEntries entries, Clock clock) {
    this.entries = entries;
    this.clock = clock;
  }

  /**
   * Stores all of the commands that are not stored yet, or none. May be repeated.
   *
   * @throws StoreUnavailableException as {@link OutboxEntries#add} does; the transaction may also
   *     fail with an exception of the container
   */
  @Transactional
  public void handOver(List<PendingCommand> commands) {
    entries.add(commands, clock.instant());
  }
}
