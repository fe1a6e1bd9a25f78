// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowmanager.testing.server.PostgresServer;
import io.flowmanager.testing.server.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Since version 15, PostgreSQL lets nobody but the owner make tables in the schema public. */
class SchemaRightsTest {

  private static final String USER = "flow-app";

  private final TestDatabase database = PostgresServer.freshDatabase();

  @BeforeEach
  void makeUser() throws SQLException {
    run("drop role if exists \"" + USER + "\"");
    run("create role \"" + USER + "\" login");
  }

  @Test
  void aUserWithoutTheRightIsToldWhatToRunAndThatHelps() throws SQLException {
    assertThatThrownBy(() -> tables("").bringUpToDate())
        .isInstanceOf(UnusableTablesException.class)
        .hasMessageContaining("GRANT CREATE, USAGE ON SCHEMA public TO \"flow-app\"")
        .hasMessageNotContaining("\n");

    run("GRANT CREATE, USAGE ON SCHEMA public TO \"flow-app\"");
    tables("").bringUpToDate();

    assertThat(tablesIn("public")).isPositive();
    run("drop owned by \"" + USER + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"My-Flows", "My Flows", "select"})
  void aSchemaThatIsQuotedIsUsed(String schema) throws SQLException {
    run("create schema \"" + schema + "\" authorization \"" + USER + "\"");

    tables("?currentSchema=%22" + schema.replace(" ", "%20") + "%22").bringUpToDate();

    assertThat(tablesIn(schema)).isPositive();
    run("drop owned by \"" + USER + "\"");
  }

  @Test
  void aSchemaWhoseNameNeedsQuotesIsNamedWithThem() throws SQLException {
    run("create schema \"My-Flows\" authorization \"" + USER + "\"");

    assertThatThrownBy(() -> tables("?currentSchema=My-Flows").bringUpToDate())
        .isInstanceOf(UnusableTablesException.class)
        .hasMessageContaining("My-Flows")
        .hasMessageContaining("double quotes");
    run("drop owned by \"" + USER + "\"");
  }

  private Tables tables(String options) {
    return new Tables(new TestDatabase(database.url() + options, USER, "").source());
  }

  private void run(String sql) throws SQLException {
    try (Connection connection = database.source().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private int tablesIn(String schema) throws SQLException {
    try (Connection connection = database.source().getConnection();
        Statement statement = connection.createStatement();
        ResultSet count =
            statement.executeQuery(
                "select count(*) from pg_tables where tablename = 'saga' and schemaname = '"
                    + schema
                    + "'")) {
      count.next();
      return count.getInt(1);
    }
  }
}
