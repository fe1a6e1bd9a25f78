// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.tables;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * The right to change the tables, which one node of a PostgreSQL has at a time. Flyway has a lock
 * of its own, but takes it after it has decided whether the schema is empty: of two nodes, the
 * second may see the first tables of the other and take them for somebody else's.
 *
 * <p>It is held by a transaction, not by a session: some poolers give a session to others in
 * between.
 */
final class MigrationTurn {

  /** "flowmanager" on the keys of a telephone. */
  private static final long KEY = 35_696_262_437L;

  private static final String PATIENCE = "10min";

  private MigrationTurn() {}

  /**
   * Waits for the other nodes, up to ten minutes. Who loses the connection has lost the turn as
   * well.
   *
   * @param source of which one connection is used until the change is done
   * @param change gets connections that are not limited as those of events are
   * @throws UnusableTablesException when the turn does not come
   */
  static void take(DataSource source, Consumer<DataSource> change) throws SQLException {
    DataSource unhurried = UnhurriedSource.of(source, LimitStatements.POSTGRESQL);
    try (Connection connection = unhurried.getConnection()) {
      connection.setAutoCommit(false);
      try {
        lock(connection);
        change.accept(unhurried);
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }

  private static void lock(Connection connection) {
    try (Statement statement = connection.createStatement()) {
      statement.execute("set local lock_timeout = '" + PATIENCE + "'");
      statement.execute("set local idle_in_transaction_session_timeout = 0");
      statement.execute("select pg_advisory_xact_lock(" + KEY + ")");
    } catch (SQLException e) {
      throw new UnusableTablesException(
          "Another node changes the tables, and its lock was not to be had: " + e.getMessage(), e);
    }
  }
}
