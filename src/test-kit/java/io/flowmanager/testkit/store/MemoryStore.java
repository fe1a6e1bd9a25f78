// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testkit.store;

import io.flowmanager.saga.application.inbox.Inbox;
import io.flowmanager.saga.application.outbox.BlockedCommands;
import io.flowmanager.saga.application.outbox.Outbox;
import io.flowmanager.saga.application.store.PendingCommand;
import io.flowmanager.saga.application.store.SagaStore;
import io.flowmanager.testkit.store.MemoryTables.Pending;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * A store in memory that keeps the contract by the simplest means: one transaction at a time, on a
 * copy that takes the place of the tables at the commit.
 */
public final class MemoryStore implements TransactionalStore {

  private final Semaphore turn = new Semaphore(1);
  private volatile MemoryTables committed = MemoryTables.empty();

  @Override
  public Session begin() {
    turn.acquireUninterruptibly();
    return new Transaction(committed.copy());
  }

  /**
   * What brings the store back to where it stands now, as a fail-over that loses what came last.
   */
  public Runnable failover() {
    MemoryTables now = committed;
    return () -> committed = now;
  }

  /** The commands that are stored and not known to be delivered. */
  public List<PendingCommand> pending() {
    return committed.pending().values().stream().map(Pending::command).toList();
  }

  /** The next time after that one at which a stored command may be sent. */
  public Optional<Instant> nextDueAfter(Instant time) {
    return committed.pending().values().stream()
        .filter(pending -> pending.blocked().isEmpty())
        .map(Pending::dueAt)
        .filter(due -> due.isAfter(time))
        .min(Comparator.naturalOrder());
  }

  private final class Transaction implements Session {

    private final MemoryTables tables;

    Transaction(MemoryTables tables) {
      this.tables = tables;
    }

    @Override
    public SagaStore sagas() {
      return new MemorySagaStore(tables);
    }

    @Override
    public Outbox outbox() {
      return new MemoryOutbox(tables);
    }

    @Override
    public Inbox inbox() {
      return new MemoryInbox(tables);
    }

    @Override
    public BlockedCommands blocked() {
      return new MemoryBlockedCommands(tables);
    }

    @Override
    public void commit() {
      committed = tables;
    }

    @Override
    public void close() {
      turn.release();
    }
  }
}
