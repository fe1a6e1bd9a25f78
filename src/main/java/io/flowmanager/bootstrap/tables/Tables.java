// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.tables;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;
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
   * @throws UnusableTablesException when the database is of an unknown kind, its tables are of
   *     other scripts than ours, or a script fails
   * @throws SQLException when the database cannot be reached
   */
  public void bringUpToDate() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      DatabaseKind kind = DatabaseKind.of(connection);
      if (AppliedScripts.of(connection).include(kind.scripts())) {
        return;
      }
      kind.requireRights(connection);
      kind.inTurn(connection, () -> migrate(kind));
    }
  }

  private void migrate(DatabaseKind kind) {
    try {
      Flyway.configure(Tables.class.getClassLoader())
          .dataSource(dataSource)
          .locations("classpath:" + kind.folder())
          .table(AppliedScripts.TABLE)
          .baselineOnMigrate(true)
          .baselineVersion("0")
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new UnusableTablesException(
          "The tables could not be brought up to date: " + reason(e), e);
    }
  }

  /** In one line: Flyway's own messages are pages, with what the database said in the middle. */
  private static String reason(FlywayException fault) {
    return Stream.iterate((Throwable) fault, Objects::nonNull, Throwable::getCause)
        .filter(SQLException.class::isInstance)
        .reduce((outer, inner) -> inner)
        .orElse(fault)
        .getMessage()
        .strip()
        .replaceAll("\\s*\\n\\s*", " ");
  }
}
