// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.tables;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** How a session of a kind of database is asked for its limits, and told others. */
enum LimitStatements {
  POSTGRESQL(
      "select current_setting('statement_timeout'), current_setting('lock_timeout')",
      "select set_config('statement_timeout', ?, false), set_config('lock_timeout', ?, false)",
      "1h"),
  MARIADB(
      "select @@session.max_statement_time, @@session.innodb_lock_wait_timeout",
      "set session max_statement_time = cast(? as decimal(20, 6)),"
          + " session innodb_lock_wait_timeout = cast(? as unsigned)",
      "3600");

  private static final int AN_HOUR = 3_600_000;

  private final String read;
  private final String write;
  private final String anHour;

  LimitStatements(String read, String write, String anHour) {
    this.read = read;
    this.write = write;
    this.anHour = anHour;
  }

  /** Those for a change of tables: an hour each. */
  SessionLimits ofAChange() {
    return new SessionLimits(AN_HOUR, anHour, anHour);
  }

  SessionLimits read(Connection connection) throws SQLException {
    try (Statement question = connection.createStatement();
        ResultSet found = question.executeQuery(read)) {
      found.next();
      return new SessionLimits(
          connection.getNetworkTimeout(), found.getString(1), found.getString(2));
    }
  }

  void apply(SessionLimits limits, Connection connection) throws SQLException {
    connection.setNetworkTimeout(Runnable::run, limits.network());
    try (PreparedStatement change = connection.prepareStatement(write)) {
      change.setString(1, limits.statement());
      change.setString(2, limits.lock());
      change.execute();
    }
  }
}
