// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.tables;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The right to change the tables, which one node of a PostgreSQL has at a time. Flyway has a lock
 * of its own, but takes it after it has decided whether the schema is empty: of two nodes, the
 * second may see the first tables of the other and take them for somebody else's.
 */
final class MigrationTurn {

  private static final Logger LOG = System.getLogger(MigrationTurn.class.getName());

  /** "flowmanager" on the keys of a telephone. */
  private static final long KEY = 35_696_262_437L;

  private static final String PATIENCE = "10min";

  private MigrationTurn() {}

  /**
   * Waits for the other nodes, up to ten minutes. Who loses the connection has lost the turn as
   * well.
   *
   * @param connection that nothing else uses until the change is done
   * @throws UnusableTablesException when the turn does not come
   */
  static void take(Connection connection, Runnable change) {
    run(connection, "set lock_timeout = '" + PATIENCE + "'");
    try {
      run(connection, "select pg_advisory_lock(" + KEY + ")");
      change.run();
    } finally {
      giveBack(connection);
    }
  }

  /** A connection that cannot do so has lost it, and what the change says is more important. */
  private static void giveBack(Connection connection) {
    try {
      run(connection, "select pg_advisory_unlock_all()");
      run(connection, "reset lock_timeout");
    } catch (UnusableTablesException e) {
      LOG.log(Level.DEBUG, "The turn to change the tables is lost", e);
    }
  }

  private static void run(Connection connection, String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new UnusableTablesException(
          "Another node changes the tables, and its lock was not to be had: " + e.getMessage(), e);
    }
  }
}
