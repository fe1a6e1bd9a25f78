// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.database;

import io.flowmanager.platform.config.ConfigurationException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;

/**
 * Identifies the database of a connection. Equal identities mean the same tables.
 *
 * @param url without its options, which may carry secrets
 */
record DatabaseIdentity(String product, String url, String user, String catalog, String schema) {

  /**
   * @throws SQLException when the database cannot be reached
   */
  static DatabaseIdentity of(DataSource dataSource) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      DatabaseMetaData database = connection.getMetaData();
      return new DatabaseIdentity(
          database.getDatabaseProductName(),
          Objects.requireNonNullElse(database.getURL(), "").replaceFirst("[?;].*", ""),
          Objects.requireNonNullElse(database.getUserName(), ""),
          Objects.requireNonNullElse(connection.getCatalog(), ""),
          Objects.requireNonNullElse(connection.getSchema(), ""));
    }
  }

  /**
   * @param ours what the application uses
   * @param current what the server would give it now
   * @throws ConfigurationException when they are of different databases
   * @throws SQLException when one cannot be reached
   */
  static void requireSame(DataSource ours, List<DataSource> current) throws SQLException {
    DatabaseIdentity used = of(ours);
    for (DataSource other : current) {
      DatabaseIdentity wanted = of(other);
      if (!used.equals(wanted)) {
        throw new ConfigurationException(List.of(difference(used, wanted)));
      }
    }
  }

  private static String difference(DatabaseIdentity used, DatabaseIdentity wanted) {
    return "The server's default data source was changed to "
        + wanted
        + ", but the running server still gives applications "
        + used
        + ": restart the server, so that all connections lead to the same database.";
  }

  /** For messages: product and place. */
  @Override
  public String toString() {
    return product + " at " + url;
  }
}
