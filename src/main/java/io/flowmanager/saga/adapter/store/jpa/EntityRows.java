// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import io.flowmanager.saga.application.SagaChange;
import io.flowmanager.saga.application.SagaChange.Origin;
import io.flowmanager.saga.domain.Saga;
import io.flowmanager.saga.domain.SagaId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** By entities, on every database. */
record EntityRows(EntityManager entityManager) implements BatchRows {

  @Override
  @SuppressWarnings("unchecked")
  public List<Saga> lock(Set<SagaId> ids) {
    InList values = values(ids);
    String sql =
        "select * from saga where id in (" + values.placeholders(1) + ") order by id for update";
    Query query = entityManager.createNativeQuery(sql, SagaRow.class);
    values.bind(query, 1);
    List<SagaRow> rows = query.getResultList();
    return rows.stream().map(SagaRow::toSaga).toList();
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
    if (change.origin() instanceof Origin.Created) {
      entityManager.persist(new SagaRow(saga));
    } else if (change.origin() instanceof Origin.Moved) {
      entityManager.find(SagaRow.class, saga.id().value()).move(saga);
    }
    change.entries().forEach(entry -> entityManager.persist(new HistoryRow(saga.id(), entry)));
    change
        .commands()
        .forEach(
            command -> entityManager.persist(new PendingCommandRow(command, saga.updatedAt())));
  }
}
