// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** A PostgreSQL of our own, started at first use and stopped with the JVM. */
public final class PostgresServer {

  private static final AtomicInteger DATABASES = new AtomicInteger();

  private PostgresServer() {}

  /** A database that nobody has used before. */
  public static TestDatabase freshDatabase() {
    return freshDatabase("UTF8");
  }

  /** One in another encoding, by PostgreSQL's name for it. */
  public static TestDatabase freshDatabase(String encoding) {
    String name = "test" + DATABASES.incrementAndGet();
    try (Connection connection = Running.POSTGRES.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "create database %s encoding '%s' template template0 lc_collate 'C' lc_ctype 'C'"
              .formatted(name, encoding));
    } catch (SQLException fault) {
      throw new IllegalStateException("PostgreSQL did not create the database " + name, fault);
    }
    String url = "jdbc:postgresql://localhost:" + Running.POSTGRES.getPort() + "/" + name;
    return new TestDatabase(url, "postgres", "postgres");
  }

  /** Where it listens. */
  public static int port() {
    return Running.POSTGRES.getPort();
  }

  private static final class Running {

    static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder()
            .setServerConfig("logging_collector", "on")
            .setServerConfig("log_line_prefix", "%d:")
            .start();
      } catch (IOException fault) {
        throw new UncheckedIOException("PostgreSQL did not start", fault);
      }
    }
  }
}
