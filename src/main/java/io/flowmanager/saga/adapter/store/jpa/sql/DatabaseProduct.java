// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa.sql;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Which kind of database it is, by the name that its driver gives it. */
final class DatabaseProduct {

  static final String POSTGRESQL = "PostgreSQL";
  static final String MARIADB = "MariaDB";

  private DatabaseProduct() {}

  static String of(DataSource source) {
    return SqlExceptionTranslator.sql(
        () -> {
          try (Connection connection = source.getConnection()) {
            return of(connection);
          }
        });
  }

  static String of(Connection connection) throws SQLException {
    return connection.getMetaData().getDatabaseProductName();
  }
}
