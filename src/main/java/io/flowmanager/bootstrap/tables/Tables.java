// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.tables;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The tables of one database. */
public final class Tables {

  private final DataSource dataSource;

  /**
   * @param dataSource of which two connections are used at a time, and three on PostgreSQL
   */
  public Tables(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Applies the scripts that are missing. Nodes that do so at the same time wait for each other.
   *
   * @throws UnusableTablesException when the database is of an unknown kind or encoding, a pooler
   *     mixes up its sessions, its tables are of other scripts than ours, or a script fails
   * @throws SQLException when the database cannot be reached
   */
  public void bringUpToDate() throws SQLException {
    DatabaseKind kind = kind();
    kind.check(dataSource);
    if (!areCurrent(kind)) {
      kind.inTurn(dataSource, source -> migrate(kind, source));
    }
  }

  private DatabaseKind kind() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      return DatabaseKind.of(connection);
    }
  }

  private boolean areCurrent(DatabaseKind kind) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      return AppliedScripts.of(connection).include(kind.scripts());
    }
  }

  private static void migrate(DatabaseKind kind, DataSource source) {
    try {
      Flyway.configure(Tables.class.getClassLoader())
          .dataSource(source)
          .locations("classpath:" + kind.folder())
          .table(AppliedScripts.TABLE)
          .baselineOnMigrate(true)
          .baselineVersion("0")
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new UnusableTablesException(
          "The tables could not be brought up to date: " + e.getMessage(), e);
    }
  }
}
