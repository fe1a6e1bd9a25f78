// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.tables;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** What a MariaDB must be like so that it keeps whatever a saga may have, and nodes get along. */
final class MariaDbRequirements {

  private static final int MAJOR = 10;
  private static final int MINOR = 6;
  private static final long SMALLEST_PACKET = 16L << 20;

  private static final String SETTINGS =
      "select @@session.sql_mode, @@global.max_allowed_packet,"
          + " @@global.log_bin = 1 and @@session.binlog_format = 'STATEMENT'";

  private MariaDbRequirements() {}

  /**
   * @throws UnusableTablesException with a sentence, when it is not so
   */
  static void check(DataSource source) throws SQLException {
    try (Connection connection = source.getConnection()) {
      requireVersion(connection.getMetaData());
      requireDatabase(connection);
      requireReadCommitted(connection);
      requireSettings(connection);
    }
  }

  private static void requireVersion(DatabaseMetaData server) throws SQLException {
    int major = server.getDatabaseMajorVersion();
    if (major < MAJOR || major == MAJOR && server.getDatabaseMinorVersion() < MINOR) {
      throw new UnusableTablesException(
          "The MariaDB is "
              + server.getDatabaseProductVersion()
              + ", which cannot pass over rows that another node has locked;"
              + " Flow Manager needs 10.6 or later.");
    }
  }

  private static void requireDatabase(Connection connection) throws SQLException {
    if (connection.getCatalog() == null || connection.getCatalog().isEmpty()) {
      throw new UnusableTablesException(
          "The URL of the data source names no database of the MariaDB:"
              + " add its name, such as jdbc:mariadb://db.example:3306/flows.");
    }
  }

  /** Others lock the gaps between rows as well, where a node would wait for sagas of another. */
  private static void requireReadCommitted(Connection connection) throws SQLException {
    int isolation = connection.getTransactionIsolation();
    if (isolation != Connection.TRANSACTION_READ_COMMITTED) {
      throw new UnusableTablesException(
          "Transactions of the MariaDB are "
              + name(isolation)
              + ", but Flow Manager needs READ COMMITTED: add transactionIsolation=READ-COMMITTED"
              + " to the URL of the data source, or set the isolation level of the server's pool.");
    }
  }

  private static String name(int isolation) {
    return switch (isolation) {
      case Connection.TRANSACTION_REPEATABLE_READ -> "REPEATABLE READ";
      case Connection.TRANSACTION_SERIALIZABLE -> "SERIALIZABLE";
      default -> "READ UNCOMMITTED";
    };
  }

  private static void requireSettings(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(SETTINGS)) {
      found.next();
      requireStrictMode(found.getString(1));
      requireLargePackets(found.getLong(2));
      if (found.getBoolean(3)) {
        throw new UnusableTablesException(
            "The MariaDB runs with binlog_format = STATEMENT, which cannot log what READ COMMITTED"
                + " transactions write: set binlog_format to MIXED, its default, or to ROW.");
      }
    }
  }

  private static void requireStrictMode(String mode) {
    if (!mode.contains("STRICT_TRANS_TABLES") && !mode.contains("STRICT_ALL_TABLES")) {
      throw new UnusableTablesException(
          "The MariaDB would cut values that are too long, since its sql_mode is '"
              + mode
              + "': add STRICT_TRANS_TABLES, which is in its default.");
    }
  }

  private static void requireLargePackets(long bytes) {
    if (bytes < SMALLEST_PACKET) {
      throw new UnusableTablesException(
          "The MariaDB takes no statements beyond "
              + bytes
              + " bytes: set max_allowed_packet to 16M, its default, or more.");
    }
  }
}
