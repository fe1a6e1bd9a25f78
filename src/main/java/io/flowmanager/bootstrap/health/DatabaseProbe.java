// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.health;

import io.flowmanager.bootstrap.wiring.Workers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * Checks whether the database answers and accepts writes: at most once a second, and never twice at
 * the same time. While the database does not answer, all callers share one pending check.
 */
@ApplicationScoped
public class DatabaseProbe {

  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration FRESH = Duration.ofSeconds(1);

  /** Fails on a read-only database, and changes nothing. */
  private static final String WRITE = "delete from consumer_position where 1 = 0";

  private final DataSource dataSource;
  private final Clock clock;
  private final Workers workers;
  private CompletableFuture<Boolean> question = CompletableFuture.completedFuture(false);
  private CompletableFuture<Boolean> answer = question;
  private Instant askedAt = Instant.EPOCH;

  /** For the container's proxy. */
  protected DatabaseProbe() {
    this(null, null, null);
  }

  @Inject
  public DatabaseProbe(DataSource dataSource, Clock clock, Workers workers) {
    this.dataSource = dataSource;
    this.clock = clock;
    this.workers = workers;
  }

  /** Completes within two seconds, never exceptionally. */
  synchronized CompletionStage<Boolean> isUp() {
    Instant now = clock.instant();
    if (question.isDone() && askedAt.plus(FRESH).isBefore(now)) {
      askedAt = now;
      question = CompletableFuture.supplyAsync(this::ask, workers).exceptionally(failure -> false);
      answer = question.copy().completeOnTimeout(false, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }
    return answer;
  }

  private boolean ask() {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.setQueryTimeout((int) PATIENCE.toSeconds());
      statement.executeUpdate(WRITE);
      return true;
    } catch (SQLException e) {
      return false;
    }
  }
}
