// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.tables;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * The right to change the tables, which one node of a MariaDB has at a time; see {@link
 * MigrationTurn}. It is held by a session: a change of a table ends each transaction.
 */
final class MariaDbTurn {

  /** Names of locks are the whole server's, and have at most 64 characters. */
  private static final String NAME = "concat('flow-manager ', sha1(database()))";

  private static final String TAKE = "select get_lock(" + NAME + ", 600)";
  private static final String GIVE_BACK = "select release_lock(" + NAME + ")";

  private MariaDbTurn() {}

  /**
   * Waits for the other nodes, up to ten minutes. Who loses the connection has lost the turn as
   * well.
   *
   * @param source of which one connection is used until the change is done
   * @param change gets connections that are not limited as those of events are
   * @throws UnusableTablesException when the turn does not come
   */
  static void take(DataSource source, Consumer<DataSource> change) throws SQLException {
    DataSource unhurried = UnhurriedSource.of(source, LimitStatements.MARIADB);
    try (Connection connection = unhurried.getConnection()) {
      if (!isDone(TAKE, connection)) {
        throw new UnusableTablesException(
            "Another node has changed the tables for ten minutes, and its lock was not to be had.");
      }
      try {
        change.accept(unhurried);
      } finally {
        isDone(GIVE_BACK, connection);
      }
    }
  }

  private static boolean isDone(String sql, Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      return found.next() && found.getInt(1) == 1;
    }
  }
}
