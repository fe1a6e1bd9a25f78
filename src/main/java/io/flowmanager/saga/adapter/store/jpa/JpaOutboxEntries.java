// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import io.flowmanager.saga.adapter.store.jpa.entity.PendingCommandRow;
import io.flowmanager.saga.adapter.store.jpa.sql.SqlExceptionTranslator;
import io.flowmanager.saga.application.remote.OutboxEntries;
import io.flowmanager.saga.application.store.PendingCommand;
import io.flowmanager.saga.domain.CommandId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;

/** Commands of steps that are stored elsewhere, in the table of the server's outbox. */
@ApplicationScoped
public class JpaOutboxEntries implements OutboxEntries {

  private static final String FIND =
      "select sequence_no from pending_command where saga_id = ?1 and sequence_no = ?2";

  private final EntityManager entityManager;

  /** For the container's proxy. */
  protected JpaOutboxEntries() {
    this(null);
  }

  @Inject
  JpaOutboxEntries(EntityManager entityManager) {
    this.entityManager = entityManager;
  }

  @Override
  public void add(List<PendingCommand> commands, Instant now) {
    SqlExceptionTranslator.run(
        () -> {
          commands.stream()
              .filter(command -> !isStored(command.command().id()))
              .forEach(command -> entityManager.persist(new PendingCommandRow(command, now)));
          entityManager.flush();
        });
  }

  private boolean isStored(CommandId command) {
    return !entityManager
        .createNativeQuery(FIND)
        .setParameter(1, command.saga().value())
        .setParameter(2, command.sequence())
        .getResultList()
        .isEmpty();
  }
}
