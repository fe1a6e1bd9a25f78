// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import io.flowmanager.saga.application.SagaChange;
import io.flowmanager.saga.application.SagaPage;
import io.flowmanager.saga.application.SagaQuery;
import io.flowmanager.saga.application.SagaStore;
import io.flowmanager.saga.domain.HistoryEntry;
import io.flowmanager.saga.domain.Saga;
import io.flowmanager.saga.domain.SagaId;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
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

  @PersistenceContext private EntityManager entityManager;

  @Resource(lookup = "java:comp/DefaultDataSource")
  private DataSource dataSource;

  private BatchRows rows;

  /** For the container, which injects the entity manager. */
  protected JpaSagaStore() {}

  JpaSagaStore(EntityManager entityManager, BatchRows rows) {
    this.entityManager = entityManager;
    this.rows = rows;
  }

  @PostConstruct
  void chooseRows() {
    rows =
        PostgresRows.areIn(dataSource)
            ? new PostgresRows(dataSource)
            : new EntityRows(entityManager);
  }

  @Override
  public Loaded load(Wanted wanted) {
    return Guarded.call(
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
    return Guarded.call(() -> rows.latestPending(sagas));
  }

  @Override
  public void commit(List<SagaChange> changes) {
    Guarded.run(() -> rows.write(changes));
  }

  @Override
  public Optional<Saga> find(SagaId id) {
    return Guarded.call(() -> rows.find(id));
  }

  @Override
  public List<HistoryEntry> history(SagaId id) {
    return Guarded.call(() -> rows.history(id));
  }

  @Override
  public SagaPage list(SagaQuery query) {
    return Guarded.call(() -> new SagaListing(query).page(entityManager));
  }
}
