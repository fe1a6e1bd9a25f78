// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.workloads;

import io.flowmanager.benchmarks.results.Line;
import io.flowmanager.benchmarks.systems.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Looks many times a second who waits for a row that another one has locked, until it is closed.
 */
final class LockWaits implements AutoCloseable {

  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
  private static final String WAITING =
      """
      select count(*) from pg_stat_activity
      where wait_event_type = 'Lock' and wait_event in ('transactionid', 'tuple')""";
  private static final String DEADLOCKS =
      "select coalesce(sum(deadlocks), 0) from pg_stat_database";

  private final Database database;
  private final double deadlocksBefore;
  private final CompletableFuture<Void> ended;
  private volatile boolean closed;
  private volatile SQLException fault;
  private volatile long looks;
  private volatile long waiting;

  private LockWaits(Database database) throws SQLException {
    this.database = database;
    this.deadlocksBefore = database.number("postgres", DEADLOCKS);
    this.ended = CompletableFuture.runAsync(this::watch);
  }

  static LockWaits watch(Database database) throws SQLException {
    return new LockWaits(database);
  }

  private void watch() {
    try (Connection connection = database.connect("postgres");
        PreparedStatement statement = connection.prepareStatement(WAITING)) {
      while (!closed) {
        look(statement);
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    } catch (SQLException e) {
      fault = e;
    }
  }

  private void look(PreparedStatement statement) throws SQLException {
    try (ResultSet result = statement.executeQuery()) {
      result.next();
      waiting = waiting + result.getLong(1);
      looks = looks + 1;
    }
  }

  /**
   * Adds how many connections waited for a row at a time, on average, and how many deadlocks there
   * were.
   */
  Line describe(Line line) throws SQLException {
    close();
    if (fault != null) {
      throw fault;
    }
    return line.number("waitingForLocks", (double) waiting / looks)
        .number("deadlocks", database.number("postgres", DEADLOCKS) - deadlocksBefore);
  }

  @Override
  public void close() {
    closed = true;
    ended.join();
  }
}
