// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import io.flowmanager.saga.application.Receipt;
import io.flowmanager.saga.application.SagaStore.Loaded;
import io.flowmanager.saga.application.SagaStore.LoadedSaga;
import io.flowmanager.saga.application.SagaStore.Wanted;
import io.flowmanager.saga.application.StartKey;
import io.flowmanager.saga.domain.EventId;
import io.flowmanager.saga.domain.SagaId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what a batch needs, each kind of row with one statement for the whole batch. */
record BatchLoad(EntityManager entityManager) {

  Loaded load(Wanted wanted) {
    return new Loaded(sagas(wanted.sagas()), receipts(wanted.events()), started(wanted.starts()));
  }

  private Map<SagaId, LoadedSaga> sagas(Set<SagaId> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    InList values = InList.of(ids.stream().map(SagaId::value).toList());
    List<SagaRow> rows = lockedRows(values);
    if (rows.isEmpty()) {
      return Map.of();
    }
    Map<String, Long> pending = latestPending(values);
    return rows.stream()
        .map(row -> new LoadedSaga(row.toSaga(), latest(pending.get(row.id()))))
        .collect(Collectors.toMap(loaded -> loaded.saga().id(), loaded -> loaded));
  }

  @SuppressWarnings("unchecked")
  private List<SagaRow> lockedRows(InList ids) {
    String sql =
        "select * from saga where id in (" + ids.placeholders(1) + ") order by id for update";
    Query query = entityManager.createNativeQuery(sql, SagaRow.class);
    ids.bind(query, 1);
    return query.getResultList();
  }

  private Map<String, Long> latestPending(InList ids) {
    Query query =
        entityManager.createNativeQuery(
            "select saga_id, max(sequence_no) from pending_command where saga_id in ("
                + ids.placeholders(1)
                + ") group by saga_id");
    ids.bind(query, 1);
    var latest = new HashMap<String, Long>();
    for (Object row : query.getResultList()) {
      Object[] columns = (Object[]) row;
      latest.put((String) columns[0], ((Number) columns[1]).longValue());
    }
    return latest;
  }

  private static OptionalLong latest(Long sequence) {
    return sequence == null ? OptionalLong.empty() : OptionalLong.of(sequence);
  }

  private List<Receipt> receipts(Map<SagaId, Set<EventId>> events) {
    if (events.isEmpty()) {
      return List.of();
    }
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

  private Map<StartKey, SagaId> started(Set<StartKey> keys) {
    if (keys.isEmpty()) {
      return Map.of();
    }
    return entityManager
        .createQuery(
            "select s from StartRequestRow s where s.idempotencyKey in :keys",
            StartRequestRow.class)
        .setParameter("keys", keys.stream().map(key -> key.key().value()).toList())
        .getResultStream()
        .filter(row -> keys.contains(row.key()))
        .collect(Collectors.toMap(StartRequestRow::key, StartRequestRow::saga));
  }
}
