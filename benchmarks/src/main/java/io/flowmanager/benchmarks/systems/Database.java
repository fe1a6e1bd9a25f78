// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.systems;

import io.flowmanager.benchmarks.processes.ProcessorTime;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** PostgreSQL that commits as in production: an answered commit is on the disk. */
public final class Database implements AutoCloseable {

  /** Checkpoints are ours alone, so that no measurement has one by chance. */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "fsync", "on",
          "synchronous_commit", "on",
          "full_page_writes", "on",
          "max_connections", "300",
          "shared_buffers", "512MB",
          "max_wal_size", "20GB",
          "checkpoint_timeout", "1h");

  private final EmbeddedPostgres postgres;
  private final long pid;

  private Database(EmbeddedPostgres postgres, long pid) {
    this.postgres = postgres;
    this.pid = pid;
  }

  /**
   * @param changes settings that differ from ours
   */
  public static Database start(Map<String, String> changes) throws IOException, SQLException {
    EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder();
    SETTINGS.forEach(builder::setServerConfig);
    changes.forEach(builder::setServerConfig);
    EmbeddedPostgres postgres = builder.start();
    try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
      Path data = Path.of(Sql.text(connection, "show data_directory"));
      long pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0));
      Sql.run(connection, "create extension pg_walinspect");
      return new Database(postgres, pid);
    }
  }

  /** Makes an empty database of that name and answers its URL. */
  public String create(String name) throws SQLException {
    run("postgres", List.of("create database " + name));
    return url(name);
  }

  public String url(String name) {
    return postgres.getJdbcUrl("postgres", name);
  }

  public Connection connect(String name) throws SQLException {
    return DriverManager.getConnection(url(name));
  }

  public double number(String name, String query) throws SQLException {
    try (Connection connection = connect(name);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      result.next();
      return result.getDouble(1);
    }
  }

  /** First column of all rows. */
  public List<String> texts(String name, String query) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Connection connection = connect(name);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      while (result.next()) {
        texts.add(result.getString(1));
      }
    }
    return texts;
  }

  /** Runs statements, one after the other. */
  public void run(String name, List<String> statements) throws SQLException {
    try (Connection connection = connect(name)) {
      for (String statement : statements) {
        Sql.run(connection, statement);
      }
    }
  }

  public String setting(String name) throws SQLException {
    try (Connection connection = connect("postgres")) {
      return Sql.text(connection, "show " + name);
    }
  }

  public void checkpoint() throws SQLException {
    run("postgres", List.of("checkpoint"));
  }

  /** Where the write-ahead log stands. */
  public String walPosition() throws SQLException {
    try (Connection connection = connect("postgres")) {
      return Sql.text(connection, "select pg_current_wal_flush_lsn()");
    }
  }

  /** What was written since then; there must have been no checkpoint but in the beginning. */
  public WalVolume walSince(String position) throws SQLException {
    String now = walPosition();
    double bytes =
        number("postgres", "select pg_wal_lsn_diff('%s', '%s')".formatted(now, position));
    String images =
        "select coalesce(sum(fpi_size), 0) from pg_get_wal_stats('%s', '%s', false)"
            .formatted(position, now);
    return new WalVolume(bytes, bytes == 0 ? 0 : number("postgres", images));
  }

  /** Of all its processes, in milliseconds. */
  public double processorTime() {
    return ProcessorTime.ofFamily(pid);
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }
}
