// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import io.flowmanager.saga.adapter.store.jpa.sql.BatchRows;
import io.flowmanager.saga.adapter.store.jpa.sql.EntityRows;
import io.flowmanager.saga.adapter.store.jpa.sql.PostgresRows;
import io.flowmanager.saga.adapter.store.jpa.sql.SagaListing;
import io.flowmanager.saga.adapter.store.jpa.sql.SqlExceptionTranslator;
import io.flowmanager.saga.application.store.SagaChange;
import io.flowmanager.saga.application.store.SagaPage;
import io.flowmanager.saga.application.store.SagaQuery;
import io.flowmanager.saga.application.store.SagaStore;
import io.flowmanager.saga.domain.HistoryEntry;
import io.flowmanager.saga.domain.Saga;
import io.flowmanager.saga.domain.SagaId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Sagas in the server's data source. A batch is atomic because it is one database transaction; a
 * saga is kept from others by a lock on its row, and {@link BatchRows} tells should a lock ever
 * fail.
 */
@ApplicationScoped
public class JpaSagaStore implements SagaStore {

  private final EntityManager entityManager;
  private final BatchRows rows;

  /** For the container's proxy. */
  protected JpaSagaStore() {
    this(null, (BatchRows) null);
  }

  @Inject
  JpaSagaStore(EntityManager entityManager, DataSource dataSource) {
    this(
        entityManager,
        PostgresRows.areIn(dataSource)
            ? new PostgresRows(dataSource)
            : new EntityRows(entityManager));
  }

  JpaSagaStore(EntityManager entityManager, BatchRows rows) {
    this.entityManager = entityManager;
    this.rows = rows;
  }

  @Override
  public Loaded load(Wanted wanted) {
    return SqlExceptionTranslator.call(
        () ->
            new Loaded(
                wanted.sagas().isEmpty() ? Map.of() : sagas(wanted.sagas()),
                wanted.events().isEmpty() ? List.of() : rows.receipts(wanted.events()),
                wanted.starts().isEmpty() ? Map.of() : rows.started(wanted.starts())));
  }

  private Map<SagaId, Saga> sagas(Set<SagaId> ids) {
    return rows.lock(ids).stream().collect(Collectors.toMap(Saga::id, saga -> saga));
  }

  @Override
  public Map<SagaId, Long> latestPending(Set<SagaId> sagas) {
    return SqlExceptionTranslator.call(() -> rows.latestPending(sagas));
  }

  @Override
  public void commit(List<SagaChange> changes) {
    SqlExceptionTranslator.run(() -> rows.write(changes));
  }

  @Override
  public Optional<Saga> find(SagaId id) {
    return SqlExceptionTranslator.call(() -> rows.find(id));
  }

  @Override
  public List<HistoryEntry> history(SagaId id) {
    return SqlExceptionTranslator.call(() -> rows.history(id));
  }

  @Override
  public SagaPage list(SagaQuery query) {
    return SqlExceptionTranslator.call(() -> new SagaListing(query).page(entityManager));
  }
}
