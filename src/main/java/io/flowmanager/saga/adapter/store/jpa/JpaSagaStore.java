// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import io.flowmanager.saga.adapter.store.jpa.sql.SagaListing;
import io.flowmanager.saga.adapter.store.jpa.sql.SqlDialect;
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
 * Sagas in the server's data source. A batch is atomic because it is one database transaction. A
 * row lock protects each saga from concurrent changes; {@link SqlDialect} detects if a lock ever
 * fails. The dialect contains everything that depends on the kind of database.
 */
@ApplicationScoped
public class JpaSagaStore implements SagaStore {

  private final EntityManager entityManager;
  private final SqlDialect dialect;

  /** For the container's proxy. */
  protected JpaSagaStore() {
    this(null, (SqlDialect) null);
  }

  @Inject
  JpaSagaStore(EntityManager entityManager, DataSource dataSource) {
    this(entityManager, SqlDialect.of(entityManager, dataSource));
  }

  JpaSagaStore(EntityManager entityManager, SqlDialect dialect) {
    this.entityManager = entityManager;
    this.dialect = dialect;
  }

  @Override
  public Loaded load(Wanted wanted) {
    return SqlExceptionTranslator.call(
        () ->
            new Loaded(
                wanted.sagas().isEmpty() ? Map.of() : sagas(wanted.sagas()),
                wanted.events().isEmpty() ? List.of() : dialect.receipts(wanted.events()),
                wanted.starts().isEmpty() ? Map.of() : dialect.started(wanted.starts())));
  }

  private Map<SagaId, Saga> sagas(Set<SagaId> ids) {
    return dialect.lock(ids).stream().collect(Collectors.toMap(Saga::id, saga -> saga));
  }

  @Override
  public Map<SagaId, Long> latestPending(Set<SagaId> sagas) {
    return SqlExceptionTranslator.call(() -> dialect.latestPending(sagas));
  }

  @Override
  public void commit(List<SagaChange> changes) {
    SqlExceptionTranslator.run(() -> dialect.write(changes));
  }

  @Override
  public boolean canCommitIfCurrent() {
    return dialect.canWriteIfCurrent();
  }

  @Override
  public Set<SagaId> commitIfCurrent(List<SagaChange> changes) {
    return dialect.writeIfCurrent(changes);
  }

  @Override
  public Optional<Saga> find(SagaId id) {
    return SqlExceptionTranslator.call(() -> dialect.find(id));
  }

  @Override
  public List<HistoryEntry> history(SagaId id) {
    return SqlExceptionTranslator.call(() -> dialect.history(id));
  }

  @Override
  public SagaPage list(SagaQuery query) {
    return SqlExceptionTranslator.call(() -> new SagaListing(query).page(entityManager));
  }
}
