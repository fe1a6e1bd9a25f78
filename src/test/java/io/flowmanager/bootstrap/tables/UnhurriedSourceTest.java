// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.tables;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.testing.server.PostgresServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class UnhurriedSourceTest {

  private static final SessionLimits OF_EVENTS = new SessionLimits(7000, "5s", "3s");

  @Test
  void limitsAreThoseOfAChangeUntilTheConnectionIsGivenBack() throws SQLException {
    try (Connection pooled = PostgresServer.freshDatabase().source().getConnection()) {
      OF_EVENTS.apply(pooled);

      try (Connection connection =
          UnhurriedSource.of(new OneSession(pooled).asDataSource()).getConnection()) {
        assertThat(SessionLimits.of(connection)).isEqualTo(SessionLimits.OF_A_CHANGE);
        run(connection, "create table t (id int)");
      }

      assertThat(SessionLimits.of(pooled)).isEqualTo(OF_EVENTS);
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
