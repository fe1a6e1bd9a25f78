// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.tables;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The right to change the tables, which one node of a PostgreSQL has at a time. Flyway has a lock
 * of its own, but takes it after it has decided whether the schema is empty: of two nodes, the
 * second may see the first tables of the other and take them for somebody else's.
 */
final class MigrationTurn {

  /** "flowmanager" on the keys of a telephone. */
  private static final long KEY = 35_696_262_437L;

  private MigrationTurn() {}

  /**
   * Waits for the other nodes. Who loses the connection has lost the turn as well.
   *
   * @param connection that nothing else uses until the change is done
   * @throws UnusableTablesException when the database ends the wait
   */
  static void take(Connection connection, Runnable change) {
    run(connection, "select pg_advisory_lock(" + KEY + ")");
    try {
      change.run();
    } finally {
      run(connection, "select pg_advisory_unlock(" + KEY + ")");
    }
  }

  private static void run(Connection connection, String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new UnusableTablesException(
          "The lock that lets one node at a time change the tables was not to be had: "
              + e.getMessage(),
          e);
    }
  }
}
