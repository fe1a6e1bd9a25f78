// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowmanager.testing.server.PostgresServer;
import io.flowmanager.testing.server.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PurgeCommandTest {

  private static final String SAGAS =
      "insert into saga select 'order-' || n, 0, case when n % 10 = 0 then 'other' else 'order' end,"
          + " 'v1', 'entity', 'done', n % 7 <> 0, '1', 'e', '{}', 0, n, n from generate_series(1, 1000) n";
  private static final String BEFORE = "1970-01-01T00:00:00.501Z";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private TestDatabase database;

  @BeforeEach
  void fill() throws SQLException {
    database = PostgresServer.freshDatabase();
    Flyway.configure()
        .dataSource(database.url(), database.user(), database.password())
        .locations("classpath:sql/postgresql")
        .load()
        .migrate();
    execute(SAGAS);
    execute("insert into saga_history select id, 0, 'e', null, 'done', '1', 0 from saga");
    execute(
        "insert into pending_command values ('order-1', 0, 'order', 'done', 'c', 'l', '{}', 0, 0, null, 0)");
    database.settings().forEach(System::setProperty);
  }

  @AfterEach
  void forgetSettings() {
    database.settings().keySet().forEach(System::clearProperty);
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.source().getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private long count(String table) throws SQLException {
    try (Connection connection = database.source().getConnection();
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery("select count(*) from " + table)) {
      found.next();
      return found.getLong(1);
    }
  }

  private int run(String... arguments) {
    return new CommandLine(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8))
        .run(arguments);
  }

  private List<String> printed() {
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void finishedSagasOfTheFlowThatEndedBeforeAreDeletedWhole() throws SQLException {
    assertThat(run("purge", "--flow", "order", "--before", BEFORE)).isZero();

    // Of 500: 50 of the other flow, 71 not final, 7 of them both; one has a command.
    assertThat(printed()).contains("Deleted 385 sagas of order.");
    assertThat(printed()).anyMatch(line -> line.startsWith("1 more have commands"));
    assertThat(printed().get(0)).startsWith("100 %, 1000 sagas looked at");
    assertThat(count("saga")).isEqualTo(615);
    assertThat(count("saga_history")).isEqualTo(615);
    assertThat(count("saga where id = 'order-1'")).isEqualTo(1);
  }

  @Test
  void dryRunCountsTheSameAndDeletesNothing() throws SQLException {
    assertThat(run("purge", "--dry-run", "--flow", "order", "--before", BEFORE)).isZero();

    assertThat(printed()).contains("Would delete 385 sagas of order.");
    assertThat(count("saga")).isEqualTo(1000);
  }

  @Test
  void flowWithoutSagasIsNoFault() throws SQLException {
    assertThat(run("purge", "--flow", "absent", "--before", "2026-01-01")).isZero();

    assertThat(printed()).contains("Deleted 0 sagas of absent.");
    assertThat(count("saga")).isEqualTo(1000);
  }

  @Test
  void whatWasDeletedBeforeAFaultIsPrinted() throws SQLException {
    execute(
        "create function refuse() returns trigger language plpgsql"
            + " as 'begin raise exception ''refused''; end'");
    execute(
        "create trigger refuse before delete on saga for each row"
            + " when (old.id = 'order-499') execute function refuse()");

    assertThat(run("purge", "--flow", "order", "--before", BEFORE)).isEqualTo(1);

    assertThat(printed()).contains("Deleted 199 sagas of order.");
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("(DB_URL) could not do it", "refused");
    assertThat(count("saga")).isEqualTo(801);
  }

  @Test
  void transactionsAreReadCommittedWhateverTheDatabasePrefers() throws SQLException {
    System.setProperty(
        "DB_URL", database.url() + "?options=-c%20default_transaction_isolation=serializable");

    try (Connection connection = CommandDatabase.ofProcess().connect()) {
      assertThat(connection.getTransactionIsolation())
          .isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
    }
  }

  @Test
  void databaseThatIsAwayEndsWithOneAndSaysWhichSettingNamesIt() {
    System.setProperty("DB_URL", "jdbc:postgresql://localhost:1/none");

    assertThat(run("purge", "--flow", "order", "--before", "2026-01-01")).isEqualTo(1);

    assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("The database (DB_URL)");
  }

  @Test
  void databaseThatDoesNotExistIsNotMade() {
    System.setProperty("DB_URL", "jdbc:h2:file:./target/no-such-database");

    assertThat(run("purge", "--flow", "order", "--before", "2026-01-01")).isEqualTo(1);
  }

  @Test
  void argumentsThatMakeNoSenseAreExplained() {
    assertRefused(List.of("--flow", "order"), "needs --flow and --before");
    assertRefused(List.of("--flow", "a/b", "--before", "2026-01-01"), "cannot name a flow");
    assertRefused(List.of("--flow", "order", "--before", "yesterday"), "must be a date such as");
    assertRefused(List.of("--before"), "--before needs a value");
    assertRefused(List.of("--force"), "There is no option --force.");
  }

  private static void assertRefused(List<String> arguments, String reason) {
    assertThatThrownBy(() -> PurgeArguments.parse(arguments))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void barMovesInOneLine() {
    var progress =
        new PurgeProgress(
            new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8), System.err), true);
    progress.show(500, 1000, 7);
    progress.show(1000, 1000, 9);
    progress.end();

    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("\r[###############...............] 50 %, 500 sagas looked at, 7 to go or gone")
        .contains("\r[##############################] 100 %");
  }
}
