// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.tables;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.testing.server.PostgresLog;
import io.flowmanager.testing.server.PostgresServer;
import io.flowmanager.testing.server.TestDatabase;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class FirstStartOnPostgresTest {

  private final TestDatabase database = PostgresServer.freshDatabase();

  @Test
  void tablesAreMadeWithoutAnErrorOfTheDatabase() throws SQLException {
    var tables = new Tables(database.source());

    tables.bringUpToDate();
    tables.bringUpToDate();

    assertThat(new PostgresLog(database).errors()).isEmpty();
  }
}
