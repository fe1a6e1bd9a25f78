// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.launcher.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.testing.server.MariaDbServer;
import io.flowmanager.testing.server.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

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
