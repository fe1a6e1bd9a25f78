// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.launcher.pool;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.glassfish.api.jdbc.ConnectionValidation;

/**
 * Whether a connection to PostgreSQL leads to where one can write. After a fail-over it may lead to
 * a node that has become a standby, to one that is gone, or to nobody who ever answers: the pool
 * discards such a connection and opens another.
 */
public final class WritableConnection implements ConnectionValidation {

  private static final String QUESTION = "show transaction_read_only";
  private static final Set<String> WRITABLE = Set.of("off");

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** Where one connection got no answer, the others of the pool will hardly get one. */
  private static final Duration PATIENCE_AFTER_SILENCE = Duration.ofMillis(200);

  private static final Duration SILENCE_COUNTS = Duration.ofSeconds(10);

  /** The pool makes a validator for each question. */
  private static final AtomicReference<Instant> LAST_SILENCE = new AtomicReference<>(Instant.EPOCH);

  private final String question;
  private final Set<String> writable;
  private final Clock clock;
  private final AtomicReference<Instant> lastSilence;

  /** For the pool. */
  public WritableConnection() {
    this(QUESTION, WRITABLE);
  }

  /**
   * Of another database.
   *
   * @param question a query for one value
   * @param writable its values where one can write
   */
  WritableConnection(String question, Set<String> writable) {
    this(question, writable, Clock.systemUTC(), LAST_SILENCE);
  }

  WritableConnection(Clock clock, AtomicReference<Instant> lastSilence) {
    this(QUESTION, WRITABLE, clock, lastSilence);
  }

  private WritableConnection(
      String question, Set<String> writable, Clock clock, AtomicReference<Instant> lastSilence) {
    this.question = question;
    this.writable = writable;
    this.clock = clock;
    this.lastSilence = lastSilence;
  }

  /**
   * As Payara calls it: its interface has the name of GlassFish's, and one parameter more.
   *
   * @param ignored what the pool says of time limits, which is nothing
   */
  public boolean isConnectionValid(Connection connection, int ignored) throws SQLException {
    return isConnectionValid(connection);
  }

  /** Asks the server, once, and waits no longer than two seconds. */
  @Override
  public boolean isConnectionValid(Connection connection) throws SQLException {
    int limit = connection.getNetworkTimeout();
    Instant asked = clock.instant();
    Duration patience = patience(asked);
    connection.setNetworkTimeout(Runnable::run, (int) patience.toMillis());
    try {
      boolean isWritable = isWritable(connection);
      connection.setNetworkTimeout(Runnable::run, limit);
      return isWritable;
    } catch (SQLException gone) {
      if (!clock.instant().isBefore(asked.plus(patience))) {
        lastSilence.set(clock.instant());
      }
      return false;
    }
  }

  private Duration patience(Instant now) {
    return now.isBefore(lastSilence.get().plus(SILENCE_COUNTS)) ? PATIENCE_AFTER_SILENCE : PATIENCE;
  }

  private boolean isWritable(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(question)) {
      return answer.next() && writable.contains(answer.getString(1));
    } finally {
      endTransaction(connection);
    }
  }

  private static void endTransaction(Connection connection) throws SQLException {
    if (!connection.getAutoCommit()) {
      connection.rollback();
    }
  }
}
