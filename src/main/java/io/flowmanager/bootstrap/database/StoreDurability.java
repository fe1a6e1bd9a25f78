// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * What a database guarantees for acknowledged changes.
 *
 * @param place kind and location of the database, without secrets
 * @param risk what may be lost, as a sentence; empty if nothing
 * @param isVolatile whether its content is lost when the server stops
 */
record StoreDurability(String place, String risk, boolean isVolatile) {

  /**
   * Inspects the database, and makes H2 write each commit to its file before the commit returns.
   *
   * @throws SQLException when the database cannot be asked
   */
  static StoreDurability of(DataSource dataSource) throws SQLException {
    DatabaseIdentity identity = DatabaseIdentity.of(dataSource);
    try (Connection connection = dataSource.getConnection()) {
      return switch (identity.product()) {
        case "H2" -> new H2Store(connection).durability();
        case "MariaDB" ->
            new StoreDurability(identity.toString(), new MariaDbStore(connection).risk(), false);
        default ->
            new StoreDurability(identity.toString(), new PostgresStore(connection).risk(), false);
      };
    }
  }

  /** A line for the log. */
  String sentence() {
    return "Sagas are stored in " + place + "." + (risk.isEmpty() ? "" : " " + risk);
  }
}
