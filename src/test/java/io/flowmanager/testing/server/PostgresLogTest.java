// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class PostgresLogTest {

  private final TestDatabase database = PostgresServer.freshDatabase();
  private final TestDatabase other = PostgresServer.freshDatabase();

  @Test
  void errorsOfTheDatabaseAndOfNoOtherAreFound() {
    fail(database, "select 1 / 0");
    fail(other, "select nothing");

    assertThat(new PostgresLog(database).errors())
        .singleElement()
        .asString()
        .contains("division by zero");
  }

  private static void fail(TestDatabase database, String sql) {
    assertThatThrownBy(() -> run(database, sql)).isInstanceOf(SQLException.class);
  }

  private static void run(TestDatabase database, String sql) throws SQLException {
    try (Connection connection = database.source().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
