// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import io.flowmanager.saga.adapter.store.jpa.entity.FlowDefinitionKey;
import io.flowmanager.saga.adapter.store.jpa.entity.FlowDefinitionRow;
import io.flowmanager.saga.adapter.store.jpa.sql.SqlExceptionTranslator;
import io.flowmanager.saga.application.flow.Flow;
import io.flowmanager.saga.application.flow.FlowArchive;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;

/** Flow contents in the server's data source. */
@ApplicationScoped
public class JpaFlowArchive implements FlowArchive {

  private final EntityManager entityManager;

  /** For the container's proxy. */
  protected JpaFlowArchive() {
    this(null);
  }

  @Inject
  JpaFlowArchive(EntityManager entityManager) {
    this.entityManager = entityManager;
  }

  @Override
  public void keep(Collection<Flow> flows, Instant loadedAt) {
    SqlExceptionTranslator.run(
        () -> {
          flows.stream()
              .filter(this::isNew)
              .forEach(flow -> entityManager.persist(new FlowDefinitionRow(flow, loadedAt)));
          entityManager.flush();
        });
  }

  private boolean isNew(Flow flow) {
    var key = new FlowDefinitionKey(flow.name().value(), flow.version().value());
    return entityManager.find(FlowDefinitionRow.class, key) == null;
  }
}
