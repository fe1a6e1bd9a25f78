// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.tables;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * The lock for migrating the tables, held by one node of a PostgreSQL database at a time. Flyway
 * has a lock of its own, but takes it after it has decided whether the schema is empty: the second
 * of two nodes may see the first tables of the other and treat them as those of another
 * application.
 *
 * <p>It is held by a transaction, not by a session: some poolers share a session between
 * transactions.
 */
final class MigrationTurn {

  /** "flowmanager" on the keys of a telephone. */
  private static final long KEY = 35_696_262_437L;

  private static final String PATIENCE = "10min";

  private MigrationTurn() {}

  /**
   * Waits for the other nodes, up to ten minutes. A node that loses the connection loses the lock
   * as well.
   *
   * @param source of which one connection is used until the change is done
   * @param change gets connections without the time limits of those for events
   * @throws UnusableTablesException if the lock cannot be acquired
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
          "Another node is migrating the tables, and its lock could not be acquired: "
              + e.getMessage(),
          e);
    }
  }
}
