// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import io.flowmanager.saga.application.Receipt;
import io.flowmanager.saga.application.SagaStore.Loaded;
import io.flowmanager.saga.application.SagaStore.Wanted;
import io.flowmanager.saga.application.StartKey;
import io.flowmanager.saga.domain.EventId;
import io.flowmanager.saga.domain.Saga;
import io.flowmanager.saga.domain.SagaId;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what a batch needs, each kind of row with one statement for the whole batch. */
record BatchLoad(BatchRows rows, EntityManager entityManager) {

  Loaded load(Wanted wanted) {
    return new Loaded(sagas(wanted.sagas()), receipts(wanted.events()), started(wanted.starts()));
  }

  private Map<SagaId, Saga> sagas(Set<SagaId> ids) {
    return ids.isEmpty()
        ? Map.of()
        : rows.lock(ids).stream().collect(Collectors.toMap(Saga::id, saga -> saga));
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
