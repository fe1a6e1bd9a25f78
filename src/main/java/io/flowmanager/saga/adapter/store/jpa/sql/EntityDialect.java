// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa.sql;

import io.flowmanager.saga.adapter.store.jpa.entity.HistoryRow;
import io.flowmanager.saga.adapter.store.jpa.entity.PendingCommandRow;
import io.flowmanager.saga.adapter.store.jpa.entity.ReceiptRow;
import io.flowmanager.saga.adapter.store.jpa.entity.SagaRow;
import io.flowmanager.saga.adapter.store.jpa.entity.StartRequestRow;
import io.flowmanager.saga.application.store.Receipt;
import io.flowmanager.saga.application.store.SagaChange;
import io.flowmanager.saga.application.store.SagaChange.Origin;
import io.flowmanager.saga.application.store.StartKey;
import io.flowmanager.saga.domain.EventId;
import io.flowmanager.saga.domain.HistoryEntry;
import io.flowmanager.saga.domain.Saga;
import io.flowmanager.saga.domain.SagaId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** By entities, on every database. */
public record EntityDialect(EntityManager entityManager) implements SqlDialect {

  private static final String SAGAS = WholeRows.of(SagaRow.class);
  private static final String HISTORY = WholeRows.of(HistoryRow.class);

  // By query: a failing EntityManager.find gives the provider's own exception, not a standard one.
  // By native ones, so that a server is ready without the provider's parser of queries.
  @Override
  public Optional<Saga> find(SagaId id) {
    return rows(SAGAS + " where id = ?1", SagaRow.class, id).map(SagaRow::toSaga).findFirst();
  }

  @Override
  public List<HistoryEntry> history(SagaId id) {
    String sql = HISTORY + " where saga_id = ?1 order by sequence_no";
    return rows(sql, HistoryRow.class, id).map(HistoryRow::toEntry).toList();
  }

  private <T> Stream<T> rows(String sql, Class<T> type, SagaId id) {
    List<?> rows =
        entityManager.createNativeQuery(sql, type).setParameter(1, id.value()).getResultList();
    return rows.stream().map(type::cast);
  }

  @Override
  @SuppressWarnings("unchecked")
  public List<Saga> lock(Set<SagaId> ids) {
    InList values = values(ids);
    String sql = SAGAS + " where id in (" + values.placeholders(1) + ") order by id for update";
    Query query = entityManager.createNativeQuery(sql, SagaRow.class);
    values.bind(query, 1);
    List<SagaRow> rows = query.getResultList();
    return rows.stream().map(SagaRow::toSaga).toList();
  }

  @Override
  public List<Receipt> receipts(Map<SagaId, Set<EventId>> events) {
    List<String> sagas = events.keySet().stream().map(SagaId::value).toList();
    List<String> ids =
        events.values().stream()
            .flatMap(Collection::stream)
            .map(EventId::value)
            .distinct()
            .toList();
    return entityManager
        .createQuery(
            "select r from ReceiptRow r where r.sagaId in :sagas and r.eventId in :ids",
            ReceiptRow.class)
        .setParameter("sagas", sagas)
        .setParameter("ids", ids)
        .getResultStream()
        .map(ReceiptRow::toReceipt)
        .filter(receipt -> events.getOrDefault(receipt.saga(), Set.of()).contains(receipt.event()))
        .toList();
  }

  @Override
  public Map<StartKey, SagaId> started(Set<StartKey> keys) {
    return entityManager
        .createQuery(
            "select s from StartRequestRow s where s.idempotencyKey in :keys",
            StartRequestRow.class)
        .setParameter("keys", keys.stream().map(key -> key.key().value()).toList())
        .getResultStream()
        .filter(row -> keys.contains(row.key()))
        .collect(Collectors.toMap(StartRequestRow::key, StartRequestRow::saga));
  }

  @Override
  public Map<SagaId, Long> latestPending(Set<SagaId> ids) {
    InList values = values(ids);
    Query query =
        entityManager.createNativeQuery(
            "select saga_id, max(sequence_no) from pending_command where saga_id in ("
                + values.placeholders(1)
                + ") group by saga_id");
    values.bind(query, 1);
    var latest = new HashMap<SagaId, Long>();
    for (Object row : query.getResultList()) {
      Object[] columns = (Object[]) row;
      latest.put(new SagaId((String) columns[0]), ((Number) columns[1]).longValue());
    }
    return latest;
  }

  private static InList values(Collection<SagaId> ids) {
    return InList.of(ids.stream().map(SagaId::value).toList());
  }

  @Override
  public void write(List<SagaChange> changes) {
    changes.forEach(this::write);
    entityManager.flush();
  }

  private void write(SagaChange change) {
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
}
