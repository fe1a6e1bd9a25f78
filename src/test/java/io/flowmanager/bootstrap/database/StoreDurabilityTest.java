// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.testing.server.MariaDbServer;
import io.flowmanager.testing.server.PostgresServer;
import io.flowmanager.testing.server.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoreDurabilityTest {

  private static final String SERVER_FOLDER = "jboss.server.temp.dir";

  @TempDir private Path folder;

  @AfterEach
  void forgetTheServersFolder() {
    System.clearProperty(SERVER_FOLDER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mem:", "memFS:", "memLZF:", "nioMemFS:"})
  void whatIsInMemoryIsVolatile(String place) throws SQLException {
    StoreDurability store = h2(place + UUID.randomUUID());

    assertThat(store.isVolatile()).isTrue();
    assertThat(store.sentence()).contains("in memory", "lost when the server stops");
  }

  @Test
  void aFileInTheTemporaryFolderOfAServerIsVolatile() throws SQLException {
    System.setProperty(SERVER_FOLDER, folder.toString());

    StoreDurability store = h2(folder.resolve("lib/databases/embedded_default").toString());

    assertThat(store.isVolatile()).isTrue();
    assertThat(store.sentence()).contains("temporary folder", "lost when the server stops");
  }

  @Test
  void aFileWherePayaraMicroUnpacksItselfIsVolatile() throws SQLException {
    assertThat(h2(folder.resolve("payaramicro-rt123tmp/lib/db").toString()).isVolatile()).isTrue();
  }

  @Test
  void aFileElsewhereStaysAndEachCommitIsWrittenAtOnce() throws SQLException {
    String url = "jdbc:h2:" + folder.resolve("db");
    try (Connection connection = new TestDatabase(url, "sa", "").source().getConnection()) {
      StoreDurability store = h2(folder.resolve("db").toString());

      assertThat(store.isVolatile()).isFalse();
      assertThat(store.sentence()).contains("H2", "db", "power cut", "PostgreSQL");
      assertThat(writeDelay(connection)).isEqualTo("0");
    }
  }

  @Test
  void aWriteDelayThatSomebodyChoseStaysAndIsNamed() throws SQLException {
    StoreDurability store = h2(folder.resolve("db") + ";WRITE_DELAY=2000");

    assertThat(store.sentence()).contains("2000 ms", "process is killed");
  }

  /** The server of the tests runs without fsync, to be fast. */
  @ParameterizedTest
  @CsvSource({"on, fsync off", "off, fsync and synchronous_commit off"})
  void postgresThatConfirmsBeforeItsDiskHasItIsNamed(String synchronous, String named)
      throws SQLException {
    TestDatabase database = PostgresServer.freshDatabase();
    String options = "?options=-c%20synchronous_commit=" + synchronous;
    var asked = new TestDatabase(database.url() + options, database.user(), database.password());

    StoreDurability store = StoreDurability.of(asked.source());

    assertThat(store.isVolatile()).isFalse();
    assertThat(store.sentence()).contains("PostgreSQL", database.url(), "runs with " + named);
  }

  @Test
  void mariadbThatConfirmsBeforeItsDiskHasItIsNamed() throws SQLException {
    TestDatabase database = MariaDbServer.freshDatabase();

    StoreDurability store = StoreDurability.of(database.source());

    assertThat(store.isVolatile()).isFalse();
    assertThat(store.sentence())
        .contains("MariaDB", database.url(), "innodb_flush_log_at_trx_commit = 2; 1 is safe");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void mariadbThatWritesBeforeItConfirmsLosesNothing(int flush) throws SQLException {
    TestDatabase database = MariaDbServer.freshDatabase();
    MariaDbServer.execute("set global innodb_flush_log_at_trx_commit = " + flush);
    try {
      assertThat(StoreDurability.of(database.source()).risk()).isEmpty();
    } finally {
      MariaDbServer.execute("set global innodb_flush_log_at_trx_commit = 2");
    }
  }

  private static StoreDurability h2(String place) throws SQLException {
    return StoreDurability.of(new TestDatabase("jdbc:h2:" + place, "sa", "").source());
  }

  private static String writeDelay(Connection connection) throws SQLException {
    try (ResultSet row =
        connection
            .createStatement()
            .executeQuery(
                "select setting_value from information_schema.settings"
                    + " where setting_name = 'WRITE_DELAY'")) {
      row.next();
      return row.getString(1);
    }
  }
}
