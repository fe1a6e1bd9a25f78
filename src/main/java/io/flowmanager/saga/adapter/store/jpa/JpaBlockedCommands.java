// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import io.flowmanager.saga.adapter.store.jpa.sql.SqlExceptionTranslator;
import io.flowmanager.saga.application.outbox.BlockedCommand;
import io.flowmanager.saga.application.outbox.BlockedCommands;
import io.flowmanager.saga.application.outbox.BlockedPage;
import io.flowmanager.saga.application.outbox.BlockedQuery;
import io.flowmanager.saga.domain.CommandId;
import io.flowmanager.saga.domain.FlowVersion;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.FlowName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Blocked commands in the server's data source. Their columns are not part of the entity, so they
 * cost nothing when commands are stored or sent.
 */
@ApplicationScoped
public class JpaBlockedCommands implements BlockedCommands {

  private static final String UNBLOCK =
      "update pending_command set blocked_by = null, blocked_at = null, next_attempt_at = ?1"
          + " where blocked_by is not null";

  private final EntityManager entityManager;

  /** For the container's proxy. */
  protected JpaBlockedCommands() {
    this(null);
  }

  @Inject
  JpaBlockedCommands(EntityManager entityManager) {
    this.entityManager = entityManager;
  }

  @Override
  public BlockedPage list(BlockedQuery query) {
    return SqlExceptionTranslator.call(
        () -> {
          List<BlockedCommand> commands = new ArrayList<>();
          for (Object row : listing(query).setMaxResults(query.limit() + 1).getResultList()) {
            commands.add(command((Object[]) row));
          }
          int size = Math.min(query.limit(), commands.size());
          return new BlockedPage(commands.subList(0, size), commands.size() > query.limit());
        });
  }

  private Query listing(BlockedQuery query) {
    var conditions = new StringBuilder("where blocked_by is not null");
    var parameters = new ArrayList<Object>();
    query
        .before()
        .ifPresent(
            last -> {
              conditions.append(" and (saga_id, sequence_no) < (?1, ?2)");
              parameters.addAll(List.of(last.saga().value(), last.sequence()));
            });
    query
        .flow()
        .ifPresent(
            flow -> {
              parameters.add(flow.value());
              conditions.append(" and flow = ?").append(parameters.size());
            });
    Query listing =
        entityManager.createNativeQuery(
            "select saga_id, sequence_no, flow, state, channel, label, blocked_by, last_error,"
                + " blocked_at from pending_command "
                + conditions
                + " order by saga_id desc, sequence_no desc");
    for (int i = 0; i < parameters.size(); i++) {
      listing.setParameter(i + 1, parameters.get(i));
    }
    return listing;
  }

  private static BlockedCommand command(Object[] row) {
    long sequence = ((Number) row[1]).longValue();
    return new BlockedCommand(
        new CommandId(new SagaId((String) row[0]), sequence, 0),
        new FlowName((String) row[2]),
        (String) row[3],
        (String) row[4],
        (String) row[5],
        new FlowVersion((String) row[6]),
        (String) row[7],
        Instant.ofEpochMilli(((Number) row[8]).longValue()));
  }

  @Override
  public boolean unblock(CommandId command, Instant now) {
    Query query =
        unblocking(" and saga_id = ?2 and sequence_no = ?3", now)
            .setParameter(2, command.saga().value())
            .setParameter(3, command.sequence());
    return SqlExceptionTranslator.call(query::executeUpdate) > 0;
  }

  @Override
  public int unblockAll(FlowName flow, Instant now) {
    return SqlExceptionTranslator.call(
        unblocking(" and flow = ?2", now).setParameter(2, flow.value())::executeUpdate);
  }

  @Override
  public int unblockOthers(FlowName flow, FlowVersion loaded, Instant now) {
    Query query =
        unblocking(" and flow = ?2 and blocked_by <> ?3", now)
            .setParameter(2, flow.value())
            .setParameter(3, loaded.value());
    return SqlExceptionTranslator.call(query::executeUpdate);
  }

  private Query unblocking(String which, Instant now) {
    return entityManager.createNativeQuery(UNBLOCK + which).setParameter(1, now.toEpochMilli());
  }

  @Override
  public long size() {
    return SqlExceptionTranslator.call(
        () ->
            ((Number)
                    entityManager
                        .createNativeQuery(
                            "select count(*) from pending_command where blocked_by is not null")
                        .getSingleResult())
                .longValue());
  }
}
