// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.tables;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * How long a session of PostgreSQL waits. Those that the pool has set are for events; a change of a
 * large table takes longer.
 *
 * @param network milliseconds that the driver waits for an answer
 */
record SessionLimits(int network, String statement, String lock) {

  /** An hour. */
  static final SessionLimits OF_A_CHANGE = new SessionLimits(3_600_000, "1h", "1h");

  private static final String READ =
      "select current_setting('statement_timeout'), current_setting('lock_timeout')";
  private static final String WRITE =
      "select set_config('statement_timeout', ?, false), set_config('lock_timeout', ?, false)";

  static SessionLimits of(Connection connection) throws SQLException {
    try (Statement question = connection.createStatement();
        ResultSet found = question.executeQuery(READ)) {
      found.next();
      return new SessionLimits(
          connection.getNetworkTimeout(), found.getString(1), found.getString(2));
    }
  }

  void apply(Connection connection) throws SQLException {
    connection.setNetworkTimeout(Runnable::run, network);
    try (PreparedStatement change = connection.prepareStatement(WRITE)) {
      change.setString(1, statement);
      change.setString(2, lock);
      change.execute();
    }
  }
}
