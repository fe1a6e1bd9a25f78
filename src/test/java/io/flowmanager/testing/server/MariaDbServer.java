// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing.server;

import io.flowmanager.testing.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A MariaDB of our own, started at first use and stopped with the JVM. Its defaults are those that
 * fit Flow Manager least: another encoding, and REPEATABLE READ.
 */
public final class MariaDbServer {

  /** What Flow Manager's launcher adds to a URL, as far as it changes what statements do. */
  public static final String OPTIONS =
      "?transactionIsolation=READ-COMMITTED&allowLocalInfile=false";

  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private MariaDbServer() {}

  /** A database that nobody has used before. Its URL has no options. */
  public static TestDatabase freshDatabase() {
    String name = "test" + DATABASES.incrementAndGet();
    execute("create database " + name);
    return new TestDatabase(url(name), MariaDbFiles.USER, MariaDbFiles.PASSWORD);
  }

  /**
   * One whose URL has these options.
   *
   * @param options such as {@link #OPTIONS}
   */
  public static TestDatabase freshDatabase(String options) {
    TestDatabase plain = freshDatabase();
    return new TestDatabase(plain.url() + options, plain.user(), plain.password());
  }

  /** Where it listens. */
  public static int port() {
    return Running.PORT;
  }

  /** Runs a statement as one who may do anything. */
  public static void execute(String sql) {
    try (Connection connection = administrator();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException fault) {
      throw new IllegalStateException("MariaDB refused: " + sql, fault);
    }
  }

  private static Connection administrator() throws SQLException {
    return new TestDatabase(url(""), MariaDbFiles.USER, MariaDbFiles.PASSWORD)
        .source()
        .getConnection();
  }

  private static String url(String database) {
    return "jdbc:mariadb://127.0.0.1:" + port() + "/" + database;
  }

  /** What it has stored is thrown away, so it need not write it. */
  private static void stop(Process server, Path folder) {
    server.destroyForcibly().onExit().join();
    MariaDbFiles.delete(folder);
  }

  private static boolean answers(int port) {
    String url = "jdbc:mariadb://127.0.0.1:" + port + "/";
    var database = new TestDatabase(url, MariaDbFiles.USER, MariaDbFiles.PASSWORD);
    try (Connection connection = database.source().getConnection()) {
      return connection.isValid(1);
    } catch (SQLException notYet) {
      return false;
    }
  }

  private static final class Running {

    static final int PORT = start();

    private static int start() {
      int port = FreePort.any();
      try {
        MariaDbFiles files = MariaDbFiles.in(Files.createTempDirectory("mariadb"));
        Process server = files.command(port).start();
        Runtime.getRuntime()
            .addShutdownHook(new Thread(() -> MariaDbServer.stop(server, files.folder())));
        Await.until(
            () -> "MariaDB takes connections: " + files.log(),
            START_LIMIT,
            () -> MariaDbServer.answers(port));
        return port;
      } catch (IOException fault) {
        throw new UncheckedIOException("MariaDB did not start", fault);
      }
    }
  }
}
