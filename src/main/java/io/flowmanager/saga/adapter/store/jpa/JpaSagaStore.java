// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import io.flowmanager.saga.application.SagaChange;
import io.flowmanager.saga.application.SagaChange.Origin;
import io.flowmanager.saga.application.SagaPage;
import io.flowmanager.saga.application.SagaQuery;
import io.flowmanager.saga.application.SagaStore;
import io.flowmanager.saga.domain.HistoryEntry;
import io.flowmanager.saga.domain.Saga;
import io.flowmanager.saga.domain.SagaId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/**
 * Sagas in the server's data source. A batch is atomic because it is one database transaction; a
 * saga is kept from others by a lock on its row, and its version tells should a lock ever fail.
 */
@ApplicationScoped
public class JpaSagaStore implements SagaStore {

  @PersistenceContext private EntityManager entityManager;

  /** For the container, which injects the entity manager. */
  protected JpaSagaStore() {}

  JpaSagaStore(EntityManager entityManager) {
    this.entityManager = entityManager;
  }

  @Override
  public Loaded load(Wanted wanted) {
    return Guarded.call(() -> new BatchLoad(entityManager).load(wanted));
  }

  @Override
  public void commit(List<SagaChange> changes) {
    Guarded.run(
        () -> {
          changes.forEach(this::store);
          entityManager.flush();
        });
  }

  private void store(SagaChange change) {
    Saga saga = change.saga();
    if (change.origin() instanceof Origin.Created created) {
      entityManager.persist(new SagaRow(saga));
      created.key().ifPresent(key -> entityManager.persist(new StartRequestRow(key, saga.id())));
    } else if (change.origin() instanceof Origin.Moved) {
      entityManager.find(SagaRow.class, saga.id().value()).move(saga);
    }
    change.entries().forEach(entry -> entityManager.persist(new HistoryRow(saga.id(), entry)));
    change
        .commands()
        .forEach(
            command -> entityManager.persist(new PendingCommandRow(command, saga.updatedAt())));
    change.receipts().forEach(receipt -> entityManager.persist(new ReceiptRow(receipt)));
  }

  // By query: a failing EntityManager.find gives the provider's own exception, not a standard one.
  @Override
  public Optional<Saga> find(SagaId id) {
    return Guarded.call(
        () ->
            entityManager
                .createQuery("select s from SagaRow s where s.id = :id", SagaRow.class)
                .setParameter("id", id.value())
                .getResultStream()
                .map(SagaRow::toSaga)
                .findFirst());
  }

  @Override
  public List<HistoryEntry> history(SagaId id) {
    return Guarded.call(
        () ->
            entityManager
                .createQuery(
                    "select h from HistoryRow h where h.sagaId = :id order by h.sequenceNo",
                    HistoryRow.class)
                .setParameter("id", id.value())
                .getResultStream()
                .map(HistoryRow::toEntry)
                .toList());
  }

  @Override
  public SagaPage list(SagaQuery query) {
    return Guarded.call(() -> new SagaListing(query).page(entityManager));
  }
}
