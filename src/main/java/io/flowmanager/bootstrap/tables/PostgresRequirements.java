// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.tables;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Requirements on a PostgreSQL database, so that it can store every valid saga. */
final class PostgresRequirements {

  private static final String ENCODING = "UTF8";

  private PostgresRequirements() {}

  /**
   * @throws UnusableTablesException with a sentence, when it is not so
   */
  static void check(DataSource source) throws SQLException {
    String encoding = encoding(source);
    if (!ENCODING.equals(encoding)) {
      throw new UnusableTablesException(
          "The database is encoded in "
              + encoding
              + " and would refuse texts with other characters; Flow Manager needs UTF8."
              + " Create one: create database flows encoding 'UTF8' template template0.");
    }
  }

  private static String encoding(DataSource source) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery("show server_encoding")) {
      found.next();
      return found.getString(1);
    }
  }
}
