// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.launcher.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowmanager.testing.server.MariaDbServer;
import io.flowmanager.testing.server.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WritableMariaDbTest {

  private final TestDatabase database = MariaDbServer.freshDatabase();
  private final WritableMariaDb validation = new WritableMariaDb();

  @Test
  void connectionToWhereOneCanWriteIsValid() throws SQLException {
    try (Connection connection = database.source().getConnection()) {
      connection.setNetworkTimeout(Runnable::run, 7000);

      assertThat(validation.isConnectionValid(connection, 0)).isTrue();
      assertThat(connection.getNetworkTimeout()).isEqualTo(7000);
    }
  }

  @Test
  void connectionToAServerThatOnlyReadsIsNot() throws SQLException {
    try (Connection connection = database.source().getConnection()) {
      MariaDbServer.execute("set global read_only = on");

      assertThat(validation.isConnectionValid(connection, 0)).isFalse();
    } finally {
      MariaDbServer.execute("set global read_only = off");
    }
  }

  /** The questions that run-in-production.md gives to pools of other servers. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "select (select 1 union select 1 + (@@global.read_only not in ('0', 'OFF')))",
        "select count(*) from (select 1 from dual where 1 ="
            + " (select 1 union select 1 + (@@global.read_only not in ('0', 'OFF')))) as writable"
      })
  void questionOfAnotherServersPoolFailsWhereOneCanOnlyRead(String question) throws SQLException {
    try (Connection connection = database.source().getConnection();
        Statement statement = connection.createStatement()) {
      assertThatCode(() -> statement.executeQuery(question)).doesNotThrowAnyException();
      MariaDbServer.execute("set global read_only = on");

      assertThatThrownBy(() -> statement.executeQuery(question)).isInstanceOf(SQLException.class);
    } finally {
      MariaDbServer.execute("set global read_only = off");
    }
  }

  @Test
  void connectionThatTheServerHasEndedIsNot() throws SQLException {
    try (Connection connection = database.source().getConnection();
        ResultSet id = connection.createStatement().executeQuery("select connection_id()")) {
      id.next();
      MariaDbServer.execute("kill " + id.getLong(1));

      assertThat(validation.isConnectionValid(connection, 0)).isFalse();
    }
  }
}
