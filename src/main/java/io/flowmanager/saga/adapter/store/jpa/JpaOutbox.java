// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import io.flowmanager.saga.application.Backlog;
import io.flowmanager.saga.application.Outbox;
import io.flowmanager.saga.application.PendingCommand;
import io.flowmanager.saga.domain.CommandId;
import io.flowmanager.saga.domain.FlowVersion;
import io.flowmanager.saga.domain.flow.FlowName;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;

/**
 * Pending commands in the server's data source. Nodes pass over rows that another one is taking.
 */
@ApplicationScoped
public class JpaOutbox implements Outbox {

  /** Out of the way of those who look for what is due. */
  private static final long NEVER = Long.MAX_VALUE;

  private static final String REMOVE =
      "delete from pending_command where saga_id = ? and sequence_no = ?";

  @PersistenceContext private EntityManager entityManager;

  @Resource(lookup = "java:comp/DefaultDataSource")
  private DataSource dataSource;

  /** For the container, which injects the entity manager. */
  protected JpaOutbox() {}

  JpaOutbox(EntityManager entityManager, DataSource dataSource) {
    this.entityManager = entityManager;
    this.dataSource = dataSource;
  }

  @Override
  public List<PendingCommand> claim(Instant now, Instant leasedUntil, int limit) {
    return Guarded.call(
        () -> {
          List<PendingCommandRow> rows = lockDue(now, limit);
          makeDue(rows.stream().map(PendingCommandRow::key).toList(), leasedUntil);
          return rows.stream().map(row -> row.toClaimed(leasedUntil)).toList();
        });
  }

  @SuppressWarnings("unchecked")
  private List<PendingCommandRow> lockDue(Instant now, int limit) {
    Query query =
        entityManager.createNativeQuery(
            "select * from pending_command c where next_attempt_at <= ?1 and blocked_by is null and not exists"
                + " (select 1 from pending_command earlier where earlier.saga_id = c.saga_id and earlier.sequence_no < c.sequence_no)"
                + " order by next_attempt_at limit ?2 for update skip locked",
            PendingCommandRow.class);
    return query.setParameter(1, now.toEpochMilli()).setParameter(2, limit).getResultList();
  }

  private void makeDue(Collection<StepKey> keys, Instant at) {
    if (keys.isEmpty()) {
      return;
    }
    InList steps = InList.ofSteps(keys);
    Query query =
        entityManager.createNativeQuery(
            "update pending_command set next_attempt_at = ?1 where (saga_id, sequence_no) in ("
                + steps.placeholders(2)
                + ")");
    query.setParameter(1, at.toEpochMilli());
    steps.bind(query, 2);
    query.executeUpdate();
  }

  @Override
  public void remove(Collection<CommandId> delivered) {
    if (delivered.isEmpty()) {
      return;
    }
    Guarded.sql(() -> removeEach(delivered));
  }

  /**
   * One after the other, in one round trip: a plan for a whole list that PostgreSQL has made while
   * the table was empty reads all of it, with all that has been deleted and is not yet swept out.
   */
  private int removeEach(Collection<CommandId> delivered) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(REMOVE)) {
      for (CommandId command : delivered) {
        statement.setString(1, command.saga().value());
        statement.setLong(2, command.sequence());
        statement.addBatch();
      }
      return statement.executeBatch().length;
    }
  }

  @Override
  public void postpone(CommandId command, int attempts, Instant nextAttempt, String error) {
    Guarded.run(
        () -> {
          writeFailure(command, attempts, nextAttempt, error);
          makeLaterOnesDue(command);
        });
  }

  private void writeFailure(CommandId command, int attempts, Instant nextAttempt, String error) {
    entityManager
        .createQuery(
            "update PendingCommandRow c set c.attempts = :attempts, c.nextAttemptAt = :next, c.lastError = :error"
                + " where c.sagaId = :saga and c.sequenceNo = :sequence")
        .setParameter("attempts", attempts)
        .setParameter("next", nextAttempt.toEpochMilli())
        .setParameter("error", StorableText.of(error))
        .setParameter("saga", command.saga().value())
        .setParameter("sequence", command.sequence())
        .executeUpdate();
  }

  private void makeLaterOnesDue(CommandId command) {
    entityManager
        .createQuery(
            "update PendingCommandRow c set c.nextAttemptAt = 0 where c.sagaId = :saga and c.sequenceNo > :sequence")
        .setParameter("saga", command.saga().value())
        .setParameter("sequence", command.sequence())
        .executeUpdate();
  }

  @Override
  public void block(CommandId command, FlowVersion version, String reason, Instant now) {
    Guarded.run(
        () -> {
          writeBlock(command, version, reason, now);
          makeLaterOnesDue(command);
        });
  }

  private void writeBlock(CommandId command, FlowVersion version, String reason, Instant now) {
    entityManager
        .createNativeQuery(
            "update pending_command set blocked_by = ?1, blocked_at = ?2, last_error = ?3, next_attempt_at = ?4"
                + " where saga_id = ?5 and sequence_no = ?6")
        .setParameter(1, version.value())
        .setParameter(2, now.toEpochMilli())
        .setParameter(3, StorableText.of(reason))
        .setParameter(4, NEVER)
        .setParameter(5, command.saga().value())
        .setParameter(6, command.sequence())
        .executeUpdate();
  }

  @Override
  public void release(Collection<CommandId> commands, Instant now) {
    Guarded.run(() -> makeDue(keys(commands), now));
  }

  @Override
  public List<Backlog> backlogs() {
    return Guarded.call(
        () ->
            entityManager
                .createQuery(
                    "select c.flow, c.channel, count(c.sagaId), min(c.createdAt)"
                        + " from PendingCommandRow c group by c.flow, c.channel",
                    Object[].class)
                .getResultStream()
                .map(JpaOutbox::backlog)
                .toList());
  }

  private static Backlog backlog(Object[] columns) {
    return new Backlog(
        new FlowName((String) columns[0]),
        (String) columns[1],
        (Long) columns[2],
        Instant.ofEpochMilli((Long) columns[3]));
  }

  private static List<StepKey> keys(Collection<CommandId> commands) {
    return commands.stream().map(id -> new StepKey(id.saga().value(), id.sequence())).toList();
  }
}
