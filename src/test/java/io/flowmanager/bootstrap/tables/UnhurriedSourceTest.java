// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.tables;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.testing.server.MariaDbServer;
import io.flowmanager.testing.server.PostgresServer;
import io.flowmanager.testing.server.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class UnhurriedSourceTest {

  @Test
  void limitsOfPostgresqlAreThoseOfAChangeUntilTheConnectionIsGivenBack() throws SQLException {
    assertThatLimitsComeBack(
        PostgresServer.freshDatabase(),
        LimitStatements.POSTGRESQL,
        new SessionLimits(7000, "5s", "3s"));
  }

  @Test
  void limitsOfMariadbAreThoseOfAChangeUntilTheConnectionIsGivenBack() throws SQLException {
    assertThatLimitsComeBack(
        MariaDbServer.freshDatabase(),
        LimitStatements.MARIADB,
        new SessionLimits(7000, "5.500000", "3"));
  }

  private static void assertThatLimitsComeBack(
      TestDatabase database, LimitStatements statements, SessionLimits ofEvents)
      throws SQLException {
    try (Connection pooled = database.source().getConnection()) {
      statements.apply(ofEvents, pooled);

      try (Connection connection =
          UnhurriedSource.of(new OneSession(pooled).asDataSource(), statements).getConnection()) {
        assertThat(statements.read(connection).network()).isEqualTo(3_600_000);
        assertThat(statements.read(connection).lock()).isEqualTo(statements.ofAChange().lock());
        run(connection, "create table t (id int)");
      }

      assertThat(statements.read(pooled)).isEqualTo(ofEvents);
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
