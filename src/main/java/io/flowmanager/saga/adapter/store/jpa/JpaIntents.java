// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import io.flowmanager.saga.adapter.store.jpa.entity.IntentRow;
import io.flowmanager.saga.adapter.store.jpa.sql.SqlExceptionTranslator;
import io.flowmanager.saga.adapter.store.jpa.sql.WholeRows;
import io.flowmanager.saga.application.remote.Intent;
import io.flowmanager.saga.application.remote.Intents;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.FlowName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Intents in the server's data source. */
@ApplicationScoped
public class JpaIntents implements Intents {

  private static final String LOCK =
      WholeRows.of(IntentRow.class) + " where saga_id = ?1 for update";
  private static final String FREE =
      "select saga_id from saga_intent where flow = ?1 and leased_until <= ?2"
          + " order by leased_until, saga_id";
  private static final String LEASE =
      "update pending_command set next_attempt_at = ?1 where saga_id = ?2 and next_attempt_at = ?3";

  private final EntityManager entityManager;

  /** For the container's proxy. */
  protected JpaIntents() {
    this(null);
  }

  @Inject
  JpaIntents(EntityManager entityManager) {
    this.entityManager = entityManager;
  }

  @Override
  public Optional<Intent> lock(SagaId saga) {
    return SqlExceptionTranslator.call(() -> row(saga).map(IntentRow::toIntent));
  }

  private Optional<IntentRow> row(SagaId saga) {
    List<?> rows =
        entityManager
            .createNativeQuery(LOCK, IntentRow.class)
            .setParameter(1, saga.value())
            .getResultList();
    return rows.stream().map(IntentRow.class::cast).findFirst();
  }

  @Override
  public void add(Intent intent) {
    SqlExceptionTranslator.run(
        () -> {
          entityManager.persist(new IntentRow(intent));
          entityManager.flush();
        });
  }

  @Override
  public void put(Intent intent) {
    SqlExceptionTranslator.run(
        () -> {
          entityManager.find(IntentRow.class, intent.saga().value()).become(intent);
          entityManager.flush();
        });
  }

  @Override
  public void remove(SagaId saga) {
    SqlExceptionTranslator.run(
        () -> {
          row(saga).ifPresent(entityManager::remove);
          entityManager.flush();
        });
  }

  @Override
  public void lease(SagaId saga, Instant until) {
    SqlExceptionTranslator.run(
        () ->
            entityManager
                .createNativeQuery(LEASE)
                .setParameter(1, until.toEpochMilli())
                .setParameter(2, saga.value())
                .setParameter(3, HELD.toEpochMilli())
                .executeUpdate());
  }

  @Override
  public List<SagaId> free(FlowName flow, Instant now, int limit) {
    return SqlExceptionTranslator.call(
        () -> {
          List<?> ids =
              entityManager
                  .createNativeQuery(FREE)
                  .setParameter(1, flow.value())
                  .setParameter(2, now.toEpochMilli())
                  .setMaxResults(limit)
                  .getResultList();
          return ids.stream().map(id -> new SagaId((String) id)).toList();
        });
  }
}
