// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowmanager.testing.server.MariaDbServer;
import io.flowmanager.testing.server.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a MariaDB is refused for, before anything is made in it. */
class MariaDbRequirementsTest {

  @Test
  void oneThatIsSetUpAsTheLauncherDoesIsFine() {
    TestDatabase database = MariaDbServer.freshDatabase(MariaDbServer.OPTIONS);

    assertThatCode(() -> MariaDbRequirements.check(database.source())).doesNotThrowAnyException();
  }

  @Test
  void itsDefaultIsolationIsRefused() throws SQLException {
    TestDatabase database = MariaDbServer.freshDatabase();

    assertThatThrownBy(() -> new Tables(database.source()).bringUpToDate())
        .isInstanceOf(UnusableTablesException.class)
        .hasMessageContaining("REPEATABLE READ", "transactionIsolation=READ-COMMITTED")
        .hasMessageNotContaining("\n");

    assertThat(tablesOf(database)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"SERIALIZABLE, SERIALIZABLE", "READ-UNCOMMITTED, READ UNCOMMITTED"})
  void otherIsolationsAreRefused(String isolation, String named) {
    assertIsRefused("?transactionIsolation=" + isolation, named);
  }

  @Test
  void aServerThatCutsValuesIsRefused() {
    assertIsRefused(
        MariaDbServer.OPTIONS + "&sessionVariables=sql_mode='NO_ENGINE_SUBSTITUTION'",
        "sql_mode is 'NO_ENGINE_SUBSTITUTION'");
  }

  @Test
  void aUrlWithoutADatabaseIsRefused() {
    TestDatabase some = MariaDbServer.freshDatabase();
    String url = some.url().substring(0, some.url().lastIndexOf('/') + 1);
    var none = new TestDatabase(url + MariaDbServer.OPTIONS, some.user(), some.password());

    assertThatThrownBy(() -> MariaDbRequirements.check(none.source()))
        .isInstanceOf(UnusableTablesException.class)
        .hasMessageContaining("names no database");
  }

  @Test
  void aServerThatTakesSmallStatementsAloneIsRefused() {
    MariaDbServer.execute("set global max_allowed_packet = 1048576");
    try {
      assertIsRefused(MariaDbServer.OPTIONS, "1048576 bytes");
    } finally {
      MariaDbServer.execute("set global max_allowed_packet = 16777216");
    }
  }

  @Test
  void aUserWithoutTheRightToMakeTablesIsToldSo() {
    TestDatabase database = MariaDbServer.freshDatabase(MariaDbServer.OPTIONS);
    String name = "reader_" + UUID.randomUUID().toString().substring(0, 8);
    MariaDbServer.execute("create user " + name + " identified by 'x'");
    MariaDbServer.execute("grant select on " + nameOf(database) + ".* to " + name);
    var reading = new TestDatabase(database.url(), name, "x");

    assertThatThrownBy(() -> new Tables(reading.source()).bringUpToDate())
        .isInstanceOf(UnusableTablesException.class)
        .hasMessageContaining("CREATE command denied to user '" + name)
        .hasMessageNotContaining("\n");
  }

  private static void assertIsRefused(String options, String why) {
    TestDatabase database = MariaDbServer.freshDatabase(options);

    assertThatThrownBy(() -> MariaDbRequirements.check(database.source()))
        .isInstanceOf(UnusableTablesException.class)
        .hasMessageContaining(why);
  }

  private static String nameOf(TestDatabase database) {
    return database.url().replaceAll(".*/|[?].*", "");
  }

  private static int tablesOf(TestDatabase database) throws SQLException {
    try (Connection connection = database.source().getConnection();
        Statement statement = connection.createStatement();
        ResultSet count =
            statement.executeQuery(
                "select count(*) from information_schema.tables where table_schema = database()")) {
      count.next();
      return count.getInt(1);
    }
  }
}
