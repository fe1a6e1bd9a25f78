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
   * @param dataSource of which two connections are used at a time on H2, three on others
   */
  public Tables(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Applies the scripts that are missing. Nodes that do so at the same time wait for each other.
   *
   * @throws UnusableTablesException when the database is of an unknown kind or encoding, runs with
   *     settings that lose or block what sagas need, a pooler mixes up its sessions, its user may
   *     not make tables, its tables are of other scripts than ours, or a script fails
   * @throws SQLException when the database cannot be reached
   */
  public void bringUpToDate() throws SQLException {
    DatabaseKind kind = kind();
    kind.check(dataSource);
    if (!areCurrent(kind)) {
      requireRights(kind);
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

  private void requireRights(DatabaseKind kind) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      kind.requireRights(connection);
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
      throw new UnusableTablesException("The tables could not be migrated: " + reason(e), e);
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
