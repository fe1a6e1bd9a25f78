// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import io.flowmanager.saga.adapter.store.jpa.entity.PendingCommandRow;
import io.flowmanager.saga.adapter.store.jpa.entity.StorableText;
import io.flowmanager.saga.adapter.store.jpa.sql.DueCommands;
import io.flowmanager.saga.adapter.store.jpa.sql.EachRow;
import io.flowmanager.saga.adapter.store.jpa.sql.NewPlan;
import io.flowmanager.saga.adapter.store.jpa.sql.SqlExceptionTranslator;
import io.flowmanager.saga.application.outbox.Backlog;
import io.flowmanager.saga.application.outbox.ClaimLimits;
import io.flowmanager.saga.application.outbox.Outbox;
import io.flowmanager.saga.application.outbox.OutboxUpdate.Block;
import io.flowmanager.saga.application.outbox.OutboxUpdate.Postpone;
import io.flowmanager.saga.application.outbox.OutboxUpdate.Release;
import io.flowmanager.saga.application.store.PendingCommand;
import io.flowmanager.saga.domain.CommandId;
import io.flowmanager.saga.domain.flow.FlowName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;

/**
 * Pending commands in the server's data source. Nodes skip rows that another one is claiming. Rows
 * are addressed by their keys, many in one round trip, with {@link NewPlan new plans}.
 */
@ApplicationScoped
public class JpaOutbox implements Outbox {

  private static final String BACKLOGS =
      "select flow, channel, count(*), min(created_at) from pending_command group by flow, channel";

  /** The next attempt of a blocked command: never due. */
  private static final long NEVER = Long.MAX_VALUE;

  private static final String SET = "update pending_command set ";
  private static final String THAT_ONE = " where saga_id = ? and sequence_no = ?";
  private static final String REMOVE = "delete from pending_command" + THAT_ONE;
  private static final String MAKE_DUE = SET + "next_attempt_at = ?" + THAT_ONE;
  private static final String RELEASE = MAKE_DUE + " and next_attempt_at = ?";
  private static final String POSTPONE =
      SET + "attempts = ?, last_error = ?, next_attempt_at = ?" + THAT_ONE;
  private static final String BLOCK =
      SET + "blocked_by = ?, blocked_at = ?, last_error = ?, next_attempt_at = ?" + THAT_ONE;

  private final EntityManager entityManager;
  private final DataSource dataSource;

  /** For the container's proxy. */
  protected JpaOutbox() {
    this(null, null);
  }

  @Inject
  JpaOutbox(EntityManager entityManager, DataSource dataSource) {
    this.entityManager = entityManager;
    this.dataSource = dataSource;
  }

  @Override
  public List<PendingCommand> claim(Instant now, Instant leasedUntil, ClaimLimits limits) {
    DueCommands due = SqlExceptionTranslator.sql(() -> lock(now, limits));
    makeDue(due.passedOver(), now.plus(PASSED_OVER));
    makeDue(due.free(), leasedUntil);
    return due.readable(leasedUntil);
  }

  private DueCommands lock(Instant now, ClaimLimits limits) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      return DueCommands.lock(connection, now, limits);
    }
  }

  private void makeDue(List<PendingCommandRow> rows, Instant at) {
    each(
        MAKE_DUE,
        rows,
        (row, statement) -> {
          statement.setLong(1, at.toEpochMilli());
          bind(row.id(), statement, 2);
        });
  }

  @Override
  public void remove(Collection<CommandId> delivered) {
    each(REMOVE, delivered, (command, statement) -> bind(command, statement, 1));
  }

  @Override
  public void postpone(Collection<Postpone> failures) {
    each(
        POSTPONE,
        failures,
        (failure, statement) -> {
          statement.setInt(1, failure.attempts());
          statement.setString(2, StorableText.of(failure.error()));
          statement.setLong(3, failure.nextAttempt().toEpochMilli());
          bind(failure.command(), statement, 4);
        });
  }

  @Override
  public void block(Collection<Block> blocks, Instant now) {
    each(
        BLOCK,
        blocks,
        (block, statement) -> {
          statement.setString(1, block.version().value());
          statement.setLong(2, now.toEpochMilli());
          statement.setString(3, StorableText.of(block.reason()));
          statement.setLong(4, NEVER);
          bind(block.command(), statement, 5);
        });
  }

  @Override
  public void release(Collection<Release> leases, Instant now) {
    each(
        RELEASE,
        leases,
        (lease, statement) -> {
          statement.setLong(1, now.toEpochMilli());
          bind(lease.command(), statement, 2);
          statement.setLong(4, lease.leasedUntil().toEpochMilli());
        });
  }

  private <T> void each(String sql, Collection<T> values, EachRow.Binder<T> binder) {
    new EachRow(dataSource).run(sql, values, binder);
  }

  private static void bind(CommandId command, PreparedStatement statement, int from)
      throws SQLException {
    statement.setString(from, command.saga().value());
    statement.setLong(from + 1, command.sequence());
  }

  @Override
  public List<Backlog> backlogs() {
    return SqlExceptionTranslator.call(
        () -> {
          List<?> groups = entityManager.createNativeQuery(BACKLOGS).getResultList();
          return groups.stream().map(columns -> backlog((Object[]) columns)).toList();
        });
  }

  private static Backlog backlog(Object[] columns) {
    return new Backlog(
        new FlowName((String) columns[0]),
        (String) columns[1],
        ((Number) columns[2]).longValue(),
        Instant.ofEpochMilli(((Number) columns[3]).longValue()));
  }
}
