// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.tables;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Detects a pooler that shares sessions of PostgreSQL between transactions. A statement that the
 * driver has prepared under a name is then searched in another session: it is missing there, or it
 * belongs to another client, and a commit may end the wrong transaction.
 */
final class PoolerCheck {

  /** Other clients of the pooler may hide its behaviour from a single check. */
  private static final int LOOKS = 5;

  /** More often than the driver sees a statement before it gives it a name. */
  private static final int USES = 100;

  private static final String SESSION = "select pg_backend_pid()";
  private static final String NAME =
      "select quote_ident(name) from pg_prepared_statements where position('%s' in statement) > 0";

  /** There is one of that name already, or none: another client's is in the session. */
  private static final Set<String> OF_NAMES = Set.of("42P05", "26000");

  /** "Protocol violation": how PgBouncer refuses a transaction, before it hangs up. */
  private static final String REFUSED = "08P01";

  private static final String MEND =
      " Set pool_mode = session there, or let DB_URL bypass the pooler";

  private PoolerCheck() {}

  /**
   * @throws UnusableTablesException with a sentence, when statements could be looked for in another
   *     session
   */
  static void check(DataSource source) throws SQLException {
    try {
      for (int look = 0; look < LOOKS; look++) {
        look(source);
      }
    } catch (SQLException e) {
      if (OF_NAMES.contains(e.getSQLState())) {
        throw sharedSessions(e);
      }
      throw e;
    }
  }

  private static void look(DataSource source) throws SQLException {
    try (Connection one = source.getConnection();
        Connection other = source.getConnection()) {
      if (isShared(one, other)) {
        refuseNames(other);
      }
    }
  }

  /** While another one is in a transaction, the session of the first is still the same one. */
  private static boolean isShared(Connection one, Connection other) throws SQLException {
    int before = session(one);
    begin(other);
    try {
      int others = session(other);
      return before == others || before != session(one);
    } finally {
      end(other);
    }
  }

  private static void refuseNames(Connection connection) throws SQLException {
    begin(connection);
    try {
      if (isNamed(connection)) {
        throw sharedSessions(null);
      }
    } finally {
      end(connection);
    }
  }

  private static UnusableTablesException sharedSessions(SQLException cause) {
    return new UnusableTablesException(
        "DB_URL points to a pooler that shares database sessions between"
            + " transactions (PgBouncer: pool_mode = transaction). Statements that the driver"
            + " prepares would be searched in the wrong session, and events would be lost."
            + MEND
            + ", or add prepareThreshold=0 to it.",
        cause);
  }

  private static boolean isNamed(Connection connection) throws SQLException {
    String mark = UUID.randomUUID().toString();
    try (PreparedStatement probe = connection.prepareStatement("select '" + mark + "'")) {
      for (int use = 0; use < USES; use++) {
        probe.executeQuery().close();
      }
      return forget(connection, mark);
    }
  }

  /** Whether there was such a name; it would be in the way of others in the same session. */
  private static boolean forget(Connection connection, String mark) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      Optional<String> name;
      try (ResultSet found = statement.executeQuery(NAME.formatted(mark))) {
        name = found.next() ? Optional.of(found.getString(1)) : Optional.empty();
      }
      if (name.isPresent()) {
        statement.execute("deallocate " + name.get());
      }
      return name.isPresent();
    }
  }

  private static void begin(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try {
      session(connection);
    } catch (SQLException e) {
      if (REFUSED.equals(e.getSQLState())) {
        throw new UnusableTablesException(
            "DB_URL points to a pooler that does not support transactions (PgBouncer: pool_mode ="
                + " statement). Nothing can be stored through it."
                + MEND
                + ".",
            e);
      }
      throw e;
    }
  }

  /** In words: the driver's own way may be a prepared statement, with a name. */
  private static void end(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("rollback");
    }
    connection.setAutoCommit(true);
  }

  private static int session(Connection connection) throws SQLException {
    return number(connection, SESSION);
  }

  private static int number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      found.next();
      return found.getInt(1);
    }
  }
}
