// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa.sql;

import io.flowmanager.saga.application.store.Receipt;
import io.flowmanager.saga.application.store.SagaChange;
import io.flowmanager.saga.application.store.SagaStore;
import io.flowmanager.saga.application.store.StartKey;
import io.flowmanager.saga.domain.EventId;
import io.flowmanager.saga.domain.HistoryEntry;
import io.flowmanager.saga.domain.Saga;
import io.flowmanager.saga.domain.SagaId;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/**
 * The statements that depend on the kind of database: those for the rows that a batch reads and
 * writes, and for reading a single saga. The entities are the model of every dialect. {@link
 * EntityDialect} works on any database; other dialects use the SQL of their database. All
 * statements run in the transaction of the caller, if there is one.
 */
public interface SqlDialect {

  /** The dialect of the source's database. */
  static SqlDialect of(EntityManager entityManager, DataSource source) {
    return switch (DatabaseProduct.of(source)) {
      case DatabaseProduct.POSTGRESQL -> new PostgresDialect(source);
      case DatabaseProduct.MARIADB -> new MariaDbDialect(source);
      default -> new EntityDialect(entityManager);
    };
  }

  /** The saga as it was last committed. */
  Optional<Saga> find(SagaId id);

  /** The saga's history, oldest first. */
  List<HistoryEntry> history(SagaId id);

  /** Locks the sagas that exist, in the order of their ids, and reads them. */
  List<Saga> lock(Set<SagaId> ids);

  /** The receipts of those events that have one. */
  List<Receipt> receipts(Map<SagaId, Set<EventId>> events);

  /** The sagas that were started with one of the keys. */
  Map<StartKey, SagaId> started(Set<StartKey> keys);

  /** Of each saga that has pending commands, the sequence of the latest one. */
  Map<SagaId, Long> latestPending(Set<SagaId> ids);

  /**
   * Writes sagas, history entries, commands, receipts and start keys.
   *
   * @throws io.flowmanager.saga.application.store.StoreUnavailableException at the latest when the
   *     transaction commits, if a new saga, a key or a receipt already exists, or if another
   *     transaction has changed a loaded saga
   */
  void write(List<SagaChange> changes);

  /** See {@link SagaStore#canCommitIfCurrent}: it takes a statement that writes all tables. */
  default boolean canWriteIfCurrent() {
    return false;
  }

  /** Writes and commits what {@link SagaStore#commitIfCurrent} promises, and answers as it does. */
  default Set<SagaId> writeIfCurrent(List<SagaChange> changes) {
    throw new UnsupportedOperationException("This database takes more than one statement for it.");
  }
}
