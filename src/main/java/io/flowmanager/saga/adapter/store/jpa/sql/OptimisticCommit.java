// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa.sql;

import io.flowmanager.saga.adapter.store.jpa.entity.HistoryRow;
import io.flowmanager.saga.adapter.store.jpa.entity.PendingCommandRow;
import io.flowmanager.saga.adapter.store.jpa.entity.ReceiptRow;
import io.flowmanager.saga.adapter.store.jpa.entity.SagaRow;
import io.flowmanager.saga.adapter.store.jpa.entity.StartRequestRow;
import io.flowmanager.saga.application.store.CommitInDoubtException;
import io.flowmanager.saga.application.store.SagaChange;
import io.flowmanager.saga.application.store.SagaChange.Origin;
import io.flowmanager.saga.domain.SagaId;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.UndeclaredThrowableException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;

/**
 * A commit of sagas that are not locked, on PostgreSQL: one statement writes all their rows and is
 * a transaction by itself. Its connection belongs to no other transaction.
 *
 * @param steps of the sagas, in the order of locks
 * @param rows all that is written, in the order of the steps
 * @param created how many of the sagas are new
 */
record OptimisticCommit(List<SagaChange> steps, BatchInsert rows, int created) {

  private static final Logger LOG = System.getLogger(OptimisticCommit.class.getName());

  /**
   * Classes of SQL states (PostgreSQL, appendix A): connection, and intervention of an operator.
   */
  private static final Set<String> BROKEN_OFF = Set.of("08", "57");

  /** No connection any more before it began, and a statement that took too long. */
  private static final Set<String> NOTHING_HAPPENED = Set.of("08003", "57014");

  /**
   * That of {@link PostgresDialect#lock}, so that two nodes never wait for each other in a ring.
   */
  private static final Comparator<SagaChange> IN_ORDER_OF_LOCKS =
      Comparator.comparing(step -> step.saga().id().value());

  /**
   * What does not happen in normal operation, and takes all of the statement back: a saga was
   * deleted, an id of a new saga is taken, or an event was answered at this very moment.
   */
  private static final Set<String> NOTHING_STORED = Set.of(OptimisticStatement.MADE_ANEW, "23505");

  /**
   * @param changes as {@link io.flowmanager.saga.application.store.SagaStore#commitIfCurrent} takes
   *     them
   */
  static OptimisticCommit of(List<SagaChange> changes) {
    List<SagaChange> sorted = changes.stream().sorted(IN_ORDER_OF_LOCKS).toList();
    long created =
        sorted.stream().filter(change -> change.origin() instanceof Origin.Created).count();
    return new OptimisticCommit(sorted, BatchInsert.of(sorted), (int) created);
  }

  /** The sagas that are stored. */
  Set<SagaId> run(DataSource source) {
    return SqlExceptionTranslator.sql(
        () -> {
          Connection connection = source.getConnection();
          try {
            return run(connection);
          } finally {
            close(connection);
          }
        });
  }

  private Set<SagaId> run(Connection connection) throws SQLException {
    if (!connection.getAutoCommit()) {
      connection.setAutoCommit(true);
    }
    PreparedStatement statement = connection.prepareStatement(sql());
    try {
      bind(connection, statement);
      return stored(statement);
    } finally {
      close(statement);
    }
  }

  private String sql() {
    return new OptimisticStatement(
            rows.fitsPlainValues(),
            created > 0,
            created < steps.size(),
            !rows.commands().isEmpty(),
            !rows.receipts().isEmpty(),
            !rows.starts().isEmpty())
        .sql();
  }

  private void bind(Connection connection, PreparedStatement statement) throws SQLException {
    var binding = new RowBinding(rows.fitsPlainValues(), connection, statement);
    binding.bind(SagaRow.COLUMNS, rows.sagas());
    binding.bind(OptimisticStatement.DECIDED_FROM, steps);
    binding.bindAny(StartRequestRow.COLUMNS, rows.starts());
    binding.bind(HistoryRow.COLUMNS, rows.entries());
    binding.bindAny(PendingCommandRow.COLUMNS, rows.commands());
    binding.bindAny(ReceiptRow.COLUMNS, rows.receipts());
  }

  /**
   * If the database refused the statement, nothing is stored; with any other failure the outcome is
   * unknown.
   */
  private static Set<SagaId> stored(PreparedStatement statement) throws SQLException {
    try {
      return ids(statement);
    } catch (SQLException e) {
      String state = Objects.requireNonNullElse(e.getSQLState(), "");
      if (NOTHING_STORED.contains(state)) {
        return Set.of();
      }
      if (isInDoubt(state)) {
        throw inDoubt(e);
      }
      throw e;
    } catch (UndeclaredThrowableException e) {
      throw inDoubt(e);
    }
  }

  private static Set<SagaId> ids(PreparedStatement statement) throws SQLException {
    ResultSet found = statement.executeQuery();
    try {
      Set<SagaId> ids = new HashSet<>();
      while (found.next()) {
        ids.add(new SagaId(found.getString(1)));
      }
      return ids;
    } finally {
      close(found);
    }
  }

  private static CommitInDoubtException inDoubt(Exception e) {
    return new CommitInDoubtException(
        "The connection to the database failed: " + e.getMessage(), e);
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
      LOG.log(Level.DEBUG, "A connection could not be returned to the pool", e);
    }
  }
}
