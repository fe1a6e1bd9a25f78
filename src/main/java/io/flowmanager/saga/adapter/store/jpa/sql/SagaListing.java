// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa.sql;

import io.flowmanager.saga.adapter.store.jpa.entity.SagaRow;
import io.flowmanager.saga.application.store.SagaPage;
import io.flowmanager.saga.application.store.SagaQuery;
import io.flowmanager.saga.domain.Saga;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A listing of sagas as a query: newest ids first, each page beginning behind the last id of the
 * one before.
 */
public final class SagaListing {

  private static final int NANOS_OF_A_MILLISECOND = 1_000_000;

  /** Rows count milliseconds; the times that one may ask for go far beyond. */
  private static final Instant FIRST = Instant.ofEpochMilli(Long.MIN_VALUE);

  private static final Instant LAST = Instant.ofEpochMilli(Long.MAX_VALUE);

  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> parameters = new HashMap<>();
  private final int limit;

  public SagaListing(SagaQuery query) {
    limit = query.limit();
    where("s.flow = :flow", "flow", query.flow().map(Object::toString));
    where("s.state = :state", "state", query.state());
    query.businessState().ifPresent(this::whereBusinessState);
    where("s.entityId = :entity", "entity", query.associatedEntityId());
    where("s.finalState = :final", "final", query.isFinal());
    where("s.updatedAt > :after", "after", query.updatedAfter().map(SagaListing::floor));
    where("s.updatedAt < :before", "before", query.updatedBefore().map(SagaListing::ceiling));
    where("s.id < :last", "last", query.before().map(id -> id.value()));
  }

  private static long floor(Instant time) {
    if (time.isBefore(FIRST)) {
      return Long.MIN_VALUE;
    }
    return time.isBefore(LAST) ? time.toEpochMilli() : Long.MAX_VALUE;
  }

  private static long ceiling(Instant time) {
    boolean isWhole = time.getNano() % NANOS_OF_A_MILLISECOND == 0;
    return isWhole || floor(time) == Long.MAX_VALUE ? floor(time) : floor(time) + 1;
  }

  private void where(String condition, String parameter, Optional<?> value) {
    value.ifPresent(
        present -> {
          conditions.add(condition);
          parameters.put(parameter, present);
        });
  }

  private void whereBusinessState(String text) {
    conditions.add("(s.businessState = :business or s.businessState = :quoted)");
    parameters.put("business", text);
    parameters.put("quoted", '"' + text + '"');
  }

  public SagaPage page(EntityManager entityManager) {
    String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    TypedQuery<SagaRow> query =
        entityManager.createQuery(
            "select s from SagaRow s" + where + " order by s.id desc", SagaRow.class);
    parameters.forEach(query::setParameter);
    List<Saga> sagas =
        query.setMaxResults(limit + 1).getResultStream().map(SagaRow::toSaga).toList();
    return new SagaPage(sagas.subList(0, Math.min(limit, sagas.size())), sagas.size() > limit);
  }
}
