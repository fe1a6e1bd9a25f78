// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing.server;

import io.flowmanager.testing.Await;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** The log of {@link PostgresServer}, as far as it is about one database. */
public record PostgresLog(TestDatabase database) {

  private static final Duration BOUND = Duration.ofSeconds(20);

  /** What the database has called an error, up to now. */
  public List<String> errors() {
    try (Connection connection = database.source().getConnection();
        Statement statement = connection.createStatement()) {
      String mark = "mark " + UUID.randomUUID();
      statement.execute("do $$ begin raise log '" + mark + "'; end $$");
      Await.until("the mark in the log", BOUND, () -> text(statement).contains(mark));
      return text(statement)
          .lines()
          .filter(line -> line.startsWith(connection(connection) + ":ERROR:"))
          .toList();
    } catch (SQLException e) {
      throw new IllegalStateException("The log cannot be read.", e);
    }
  }

  private static String connection(Connection connection) {
    try {
      return connection.getCatalog();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(Statement statement) {
    try (ResultSet found = statement.executeQuery("select pg_read_file(pg_current_logfile())")) {
      found.next();
      return found.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException("The log cannot be read.", e);
    }
  }
}
