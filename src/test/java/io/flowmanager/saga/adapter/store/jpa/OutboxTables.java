// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import io.flowmanager.saga.adapter.store.jpa.JpaStore.JpaSession;
import io.flowmanager.saga.application.outbox.ClaimLimits;
import io.flowmanager.saga.application.remote.HandOverCommands;
import io.flowmanager.saga.application.store.PendingCommand;
import io.flowmanager.saga.application.store.StoreUnavailableException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The server's outbox in a database of its own, for stores that hand their commands over. */
public final class OutboxTables implements AutoCloseable {

  private final JpaStore store;
  private final Clock clock;
  private final AtomicInteger failures = new AtomicInteger();

  private OutboxTables(JpaStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  public static OutboxTables onH2(Clock clock) {
    return new OutboxTables(TestStores.h2(), clock);
  }

  public static OutboxTables onPostgres(Clock clock) {
    return new OutboxTables(TestStores.postgres(), clock);
  }

  public static OutboxTables onMariaDb(Clock clock) {
    return new OutboxTables(TestStores.mariaDb(), clock);
  }

  /** The use case with the transactions that a server puts around it. */
  public HandOverCommands handOver() {
    return new InTransactions();
  }

  /** The database is away for the next calls. */
  public void failNext(int calls) {
    failures.set(calls);
  }

  /** Takes what is due at that time. */
  public List<PendingCommand> claim(Instant now) {
    return store.ask(
        session -> session.outbox().claim(now, now.plusSeconds(15), ClaimLimits.of(100)));
  }

  public void remove(PendingCommand delivered) {
    store.run(session -> session.outbox().remove(List.of(delivered.command().id())));
  }

  public void clear() {
    failures.set(0);
    store.clear();
  }

  @Override
  public void close() {
    store.close();
  }

  private final class InTransactions extends HandOverCommands {

    @Override
    public void handOver(List<PendingCommand> commands) {
      if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
        throw new StoreUnavailableException("the database is away", null);
      }
      try (JpaSession session = store.begin()) {
        var entries = new JpaOutboxEntries(session.entityManager());
        new HandOverCommands(entries, clock).handOver(commands);
        session.commit();
      }
    }
  }
}
