// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.saga.adapter.store.jpa.entity.HistoryRow;
import io.flowmanager.saga.adapter.store.jpa.sql.SqlExceptionTranslator;
import io.flowmanager.saga.application.store.SagaDocuments;
import io.flowmanager.saga.application.store.StoreUnavailableException;
import io.flowmanager.saga.domain.Saga;
import io.flowmanager.saga.domain.flow.FlowName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;

/** Sagas in the server's data source that are replaced as a whole; the same on every database. */
@ApplicationScoped
public class JpaSagaDocuments implements SagaDocuments {

  private static final String REPLACE =
      "update saga set version = version + 1, flow_version = ?2, entity_id = ?3, state = ?4,"
          + " final_state = ?5, business_state = ?6, latest_event = ?7, metadata = ?8,"
          + " last_sequence = ?9, created_at = ?10, updated_at = ?11"
          + " where id = ?1 and last_sequence < ?9";

  private final EntityManager entityManager;

  /** For the container's proxy. */
  protected JpaSagaDocuments() {
    this(null);
  }

  @Inject
  JpaSagaDocuments(EntityManager entityManager) {
    this.entityManager = entityManager;
  }

  @Override
  public void replace(Replacement replacement) {
    SqlExceptionTranslator.run(
        () -> {
          update(replacement.saga());
          entityManager
              .createNativeQuery("delete from saga_history where saga_id = ?1 and sequence_no > ?2")
              .setParameter(1, replacement.saga().id().value())
              .setParameter(2, replacement.keptUpTo())
              .executeUpdate();
          replacement
              .added()
              .forEach(
                  entry -> entityManager.persist(new HistoryRow(replacement.saga().id(), entry)));
          entityManager.flush();
        });
  }

  private void update(Saga saga) {
    Saga.Position position = saga.position();
    Query update =
        entityManager
            .createNativeQuery(REPLACE)
            .setParameter(1, saga.id().value())
            .setParameter(2, saga.flowVersion().value())
            .setParameter(3, saga.associatedEntityId())
            .setParameter(4, position.state())
            .setParameter(5, position.isFinal())
            .setParameter(6, position.businessState().text())
            .setParameter(7, position.latestEvent())
            .setParameter(8, JsonText.write(saga.metadata()))
            .setParameter(9, saga.sequence())
            .setParameter(10, saga.createdAt().toEpochMilli())
            .setParameter(11, saga.updatedAt().toEpochMilli());
    if (update.executeUpdate() == 0) {
      throw new StoreUnavailableException("The saga has gone, or was not locked.", null);
    }
  }

  @Override
  public long count(FlowName flow) {
    return SqlExceptionTranslator.call(
        () ->
            ((Number)
                    entityManager
                        .createNativeQuery("select count(*) from saga where flow = ?1")
                        .setParameter(1, flow.value())
                        .getSingleResult())
                .longValue());
  }
}
