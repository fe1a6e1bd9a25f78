// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import io.flowmanager.saga.application.CommitInDoubtException;
import io.flowmanager.saga.application.LoneChanges;
import io.flowmanager.saga.application.SagaChange;
import io.flowmanager.saga.domain.SagaId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.UndeclaredThrowableException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Lone steps on PostgreSQL, where one statement writes all their rows and is a transaction by
 * itself. Other databases need more than one.
 */
@ApplicationScoped
public class JpaLoneChanges implements LoneChanges {

  private static final Logger LOG = System.getLogger(JpaLoneChanges.class.getName());

  /**
   * Classes of SQL states (PostgreSQL, appendix A): connection, and intervention of an operator.
   */
  private static final Set<String> BROKEN_OFF = Set.of("08", "57");

  /** No connection any more before it began, and a statement that took too long. */
  private static final Set<String> NOTHING_HAPPENED = Set.of("08003", "57014");

  /** That of {@link PostgresRows#lock}, so that two nodes never wait for each other in a ring. */
  private static final Comparator<SagaChange> IN_ORDER_OF_LOCKS =
      Comparator.comparing(step -> step.saga().id().value());

  /** The step before is not the latest one; or a history entry, a receipt or a key is taken. */
  private static final Set<String> OVERTAKEN = Set.of(WriteStatement.MISSED, "23505");

  private final DataSource dataSource;
  private final boolean possible;

  /** For the container's proxy. */
  protected JpaLoneChanges() {
    dataSource = null;
    possible = false;
  }

  @Inject
  JpaLoneChanges(DataSource dataSource) {
    this.dataSource = dataSource;
    possible = PostgresRows.areIn(dataSource);
  }

  @Override
  public boolean arePossible() {
    return possible;
  }

  @Override
  public Map<SagaId, Long> latestPending(Set<SagaId> sagas) {
    return new PostgresRows(dataSource).latestPending(sagas);
  }

  @Override
  public boolean store(List<SagaChange> steps) {
    var rows = NewRows.of(steps.stream().sorted(IN_ORDER_OF_LOCKS).toList());
    return Guarded.sql(
        () -> {
          Connection connection = dataSource.getConnection();
          try {
            return store(connection, rows);
          } finally {
            close(connection);
          }
        });
  }

  private static boolean store(Connection connection, NewRows rows) throws SQLException {
    if (!connection.getAutoCommit()) {
      connection.setAutoCommit(true);
    }
    PreparedStatement statement = connection.prepareStatement(rows.sqlAlone());
    try {
      rows.bindAlone(connection, statement);
      return isStored(statement);
    } finally {
      close(statement);
    }
  }

  /** What the server has refused is not stored; of all else nobody knows. */
  private static boolean isStored(PreparedStatement statement) throws SQLException {
    try {
      statement.execute();
      return true;
    } catch (SQLException e) {
      String state = Objects.requireNonNullElse(e.getSQLState(), "");
      if (OVERTAKEN.contains(state)) {
        return false;
      }
      if (isInDoubt(state)) {
        throw inDoubt(e);
      }
      throw e;
    } catch (UndeclaredThrowableException e) {
      throw inDoubt(e);
    }
  }

  private static CommitInDoubtException inDoubt(Exception e) {
    return new CommitInDoubtException("The database broke off: " + e.getMessage(), e);
  }

  private static boolean isInDoubt(String state) {
    return state.isEmpty()
        || (BROKEN_OFF.contains(state.substring(0, 2)) && !NOTHING_HAPPENED.contains(state));
  }

  /** What is stored stays so, whatever becomes of the connection. */
  private static void close(AutoCloseable used) {
    try {
      used.close();
    } catch (Exception e) {
      LOG.log(Level.DEBUG, "A connection could not be given back", e);
    }
  }
}
