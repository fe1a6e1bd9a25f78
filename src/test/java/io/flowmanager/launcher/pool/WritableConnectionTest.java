// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.launcher.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.testing.server.PostgresServer;
import io.flowmanager.testing.server.TcpProxy;
import io.flowmanager.testing.server.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class WritableConnectionTest {

  private final TestDatabase database = PostgresServer.freshDatabase();
  private final AtomicReference<Instant> lastSilence = new AtomicReference<>(Instant.EPOCH);
  private final WritableConnection validation =
      new WritableConnection(Clock.systemUTC(), lastSilence);

  @Test
  void connectionToWhereOneCanWriteIsValid() throws SQLException {
    try (Connection connection = database.source().getConnection()) {
      connection.setNetworkTimeout(Runnable::run, 7000);

      assertThat(isValid(connection)).isTrue();
      assertThat(connection.getNetworkTimeout()).isEqualTo(7000);
    }
  }

  @Test
  void connectionThatMayOnlyReadIsNot() throws SQLException {
    try (Connection connection = database.source().getConnection()) {
      run(connection, "set session characteristics as transaction read only");

      assertThat(isValid(connection)).isFalse();
      assertThat(lastSilence).hasValue(Instant.EPOCH);
    }
  }

  @Test
  void connectionOfADatabaseThatHasBecomeReadOnlyIsNot() throws SQLException {
    try (Connection operator = database.source().getConnection()) {
      run(operator, "alter database %s set default_transaction_read_only = on".formatted(name()));
      try (Connection connection = database.source().getConnection()) {
        assertThat(isValid(connection)).isFalse();
      }
    }
  }

  @Test
  void connectionThatTheServerHasEndedIsNot() throws SQLException {
    try (Connection operator = database.source().getConnection();
        Connection connection = database.source().getConnection()) {
      run(operator, "select pg_terminate_backend(%d)".formatted(process(connection)));

      assertThat(isValid(connection)).isFalse();
      assertThat(lastSilence).hasValue(Instant.EPOCH);
    }
  }

  @Test
  void noTransactionIsLeftOpen() throws SQLException {
    try (Connection operator = database.source().getConnection();
        Connection connection = database.source().getConnection()) {
      int process = process(connection);
      connection.setAutoCommit(false);

      assertThat(isValid(connection)).isTrue();
      assertThat(
              number(
                  operator,
                  "select count(*) from pg_stat_activity where xact_start is not null and pid = "
                      + process))
          .isZero();
    }
  }

  @Test
  @Timeout(20)
  void connectionThatNeverAnswersIsGivenUpAndTheNextOneSooner() throws SQLException {
    try (TcpProxy proxy = TcpProxy.to(PostgresServer.port());
        Connection first = through(proxy);
        Connection second = through(proxy)) {
      proxy.fallSilent();
      Instant begin = Instant.now();

      assertThat(isValid(first)).isFalse();
      Instant afterFirst = Instant.now();
      assertThat(isValid(second)).isFalse();

      assertThat(Duration.between(begin, afterFirst)).isGreaterThan(Duration.ofSeconds(1));
      assertThat(Duration.between(afterFirst, Instant.now())).isLessThan(Duration.ofSeconds(1));
    }
  }

  private boolean isValid(Connection connection) throws SQLException {
    return validation.isConnectionValid(connection, 0);
  }

  private Connection through(TcpProxy proxy) throws SQLException {
    String url = "jdbc:postgresql://localhost:" + proxy.port() + "/" + name();
    return new TestDatabase(url, database.user(), database.password()).source().getConnection();
  }

  private String name() {
    return database.url().substring(database.url().lastIndexOf('/') + 1);
  }

  private static int process(Connection connection) throws SQLException {
    return number(connection, "select pg_backend_pid()");
  }

  private static int number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      found.next();
      return found.getInt(1);
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
