// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowmanager.testing.server.PostgresServer;
import io.flowmanager.testing.server.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** With a pooler that has one session for all. */
class PoolerCheckTest {

  private final TestDatabase database = PostgresServer.freshDatabase();

  @Test
  void sessionsOfOnesOwnAreFine() {
    assertThatCode(() -> PoolerCheck.check(database.source())).doesNotThrowAnyException();
  }

  @Test
  void sharedSessionIsRefusedAndLeftWithoutNamesOfOurs() throws SQLException {
    try (Connection session = database.source().getConnection()) {
      assertThatThrownBy(() -> PoolerCheck.check(new OneSession(session).asDataSource()))
          .isInstanceOf(UnusableTablesException.class)
          .hasMessageContaining("pool_mode = session", "prepareThreshold=0");

      assertThat(names(session)).isZero();
      assertThat(session.getAutoCommit()).isTrue();
    }
  }

  @Test
  void sharedSessionIsFineWhereStatementsHaveNoNames() throws SQLException {
    var nameless =
        new TestDatabase(
            database.url() + "?prepareThreshold=0", database.user(), database.password());
    try (Connection session = nameless.source().getConnection()) {
      assertThatCode(() -> PoolerCheck.check(new OneSession(session).asDataSource()))
          .doesNotThrowAnyException();
    }
  }

  private static int names(Connection session) throws SQLException {
    try (Statement statement = session.createStatement();
        ResultSet found = statement.executeQuery("select count(*) from pg_prepared_statements")) {
      found.next();
      return found.getInt(1);
    }
  }
}
