// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowmanager.testing.Await;
import io.flowmanager.testing.ConcurrentRunner;
import io.flowmanager.testing.server.MariaDbServer;
import io.flowmanager.testing.server.PostgresServer;
import io.flowmanager.testing.server.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each database here is a fresh one. */
class TablesTest {

  private static final int NODES = 4;
  private static final int CLUSTERS = 5;
  private static final Duration BOUND = Duration.ofSeconds(60);

  static Stream<DataSource> databases() {
    return Stream.of(h2(), postgres(), mariaDb());
  }

  static Stream<Supplier<DataSource>> databasesOfSeveralNodes() {
    return Stream.of(TablesTest::postgres, TablesTest::mariaDb);
  }

  @ParameterizedTest
  @MethodSource("databasesOfSeveralNodes")
  void nodesThatStartTogetherOnAnEmptyDatabaseAllFindTheirTables(Supplier<DataSource> kind)
      throws SQLException {
    for (int i = 0; i < CLUSTERS; i++) {
      startTogetherOn(kind.get());
    }
  }

  @ParameterizedTest
  @MethodSource("databasesOfSeveralNodes")
  void nodesThatStartTogetherBesideTheTablesOfOthersAllFindTheirTables(Supplier<DataSource> kind)
      throws SQLException {
    for (int i = 0; i < CLUSTERS; i++) {
      DataSource database = kind.get();
      run(database, "create table somebody_elses (id int)");
      startTogetherOn(database);
    }
  }

  private static void startTogetherOn(DataSource database) throws SQLException {
    try (ConcurrentRunner nodes = ConcurrentRunner.of(NODES, node -> bringUpToDate(database))) {
      nodes.join(BOUND);
    }
    assertThat(isCurrent(database)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("databases")
  void tablesAreCurrentOnceAllScriptsWereApplied(DataSource database) throws SQLException {
    assertThat(isCurrent(database)).isFalse();

    bringUpToDate(database);

    assertThat(isCurrent(database)).isTrue();
  }

  @Test
  void tablesThatAreCurrentNeedNobodysTurn() throws SQLException {
    DataSource database = postgres();
    bringUpToDate(database);

    try (Connection other = database.getConnection();
        Statement statement = other.createStatement()) {
      statement.execute("select pg_advisory_lock(35696262437)");

      try (ConcurrentRunner node = ConcurrentRunner.of(1, i -> bringUpToDate(database))) {
        node.join(BOUND);
      }
    }
  }

  @Test
  void changeMayTakeLongerThanAnEventMayAndLeavesTheSessionsAsTheyWere() throws SQLException {
    TestDatabase database = PostgresServer.freshDatabase();
    bringUpTo("4", database.source());
    String hurried = "?options=-c%20statement_timeout=150%20-c%20lock_timeout=150";
    var source =
        new TestDatabase(database.url() + hurried, database.user(), database.password()).source();

    try (Connection other = database.source().getConnection();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("select pg_advisory_xact_lock(35696262437)");
      try (ConcurrentRunner node = ConcurrentRunner.of(1, i -> bringUpToDate(source))) {
        Await.until(
            "the node waits for its turn, longer than an event would",
            BOUND,
            () -> waitsForLong(database.source()));
        other.commit();
        node.join(BOUND);
      }
    }

    assertThat(isCurrent(database.source())).isTrue();
  }

  private static boolean waitsForLong(DataSource database) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                "select count(*) from pg_stat_activity where wait_event = 'advisory'"
                    + " and datname = current_database()"
                    + " and query_start < clock_timestamp() - interval '1 second'")) {
      found.next();
      return found.getInt(1) == 1;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void tablesOfANewerProgramAreLeftAsTheyAre(DataSource database) throws SQLException {
    bringUpToDate(database);
    run(database, laterScript());

    bringUpToDate(database);

    assertThat(isCurrent(database)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("databases")
  void aScriptThatWasChangedAfterItWasAppliedIsRefused(DataSource database) throws SQLException {
    bringUpToDate(database);
    run(database, "update \"flow_manager_schema\" set \"checksum\" = 1 where \"version\" = '2'");

    assertThatThrownBy(() -> bringUpToDate(database))
        .isInstanceOf(UnusableTablesException.class)
        .hasMessageContaining("Migration checksum mismatch for migration version 2");
  }

  @ParameterizedTest
  @MethodSource("databases")
  void aScriptThatFailedIsRefused(DataSource database) throws SQLException {
    bringUpToDate(database);
    run(database, "update \"flow_manager_schema\" set \"success\" = false where \"version\" = '5'");

    assertThatThrownBy(() -> bringUpToDate(database))
        .isInstanceOf(UnusableTablesException.class)
        .hasMessageContaining("Detected failed migration to version 5");
  }

  @ParameterizedTest
  @MethodSource("databases")
  void aMissingScriptIsApplied(DataSource database) throws SQLException {
    bringUpTo("4", database);

    bringUpToDate(database);

    run(database, "select * from router_parked");
    run(database, "select topic_id, leader_epoch from consumer_position");
  }

  /** As an earlier program has left the tables. */
  private static void bringUpTo(String version, DataSource database) throws SQLException {
    try (Connection connection = database.getConnection()) {
      DatabaseKind kind = DatabaseKind.of(connection);
      Flyway.configure()
          .dataSource(database)
          .locations("classpath:" + kind.folder())
          .table(AppliedScripts.TABLE)
          .target(version)
          .load()
          .migrate();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"LATIN1", "SQL_ASCII", "EUC_JP"})
  void aDatabaseThatIsNotUtf8IsRefusedBeforeAnythingIsMade(String encoding) throws SQLException {
    DataSource database = PostgresServer.freshDatabase(encoding).source();

    assertThatThrownBy(() -> bringUpToDate(database))
        .isInstanceOf(UnusableTablesException.class)
        .hasMessageContaining("encoded in " + encoding)
        .hasMessageContaining("create database flows encoding 'UTF8' template template0");

    assertThat(isCurrent(database)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(DatabaseKind.class)
  void allScriptsOfTheFolderAreLookedFor(DatabaseKind kind) throws Exception {
    try (Stream<Path> files = Files.list(Path.of(kind.folder()))) {
      assertThat(kind.scripts())
          .containsExactlyElementsOf(
              files
                  .map(file -> Script.of(kind.folder(), file.getFileName().toString()))
                  .sorted(Comparator.comparing(script -> Integer.valueOf(script.version())))
                  .toList());
    }
  }

  private static String laterScript() {
    return "insert into \"flow_manager_schema\" select \"installed_rank\" + 1, '999', 'later',"
        + " 'SQL', 'V999__later.sql', 1, \"installed_by\", \"installed_on\", 1, true"
        + " from \"flow_manager_schema\" order by \"installed_rank\" desc limit 1";
  }

  private static void bringUpToDate(DataSource database) {
    try {
      new Tables(database).bringUpToDate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isCurrent(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return AppliedScripts.of(connection).include(DatabaseKind.of(connection).scripts());
    }
  }

  private static void run(DataSource database, String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      String quote = connection.getMetaData().getIdentifierQuoteString();
      statement.execute(sql.replace("\"", quote));
    }
  }

  private static DataSource h2() {
    String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    return new TestDatabase(url, "sa", "sa").source();
  }

  private static DataSource postgres() {
    return PostgresServer.freshDatabase().source();
  }

  private static DataSource mariaDb() {
    return MariaDbServer.freshDatabase(MariaDbServer.OPTIONS).source();
  }
}
