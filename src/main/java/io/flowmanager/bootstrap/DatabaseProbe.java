// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** Whether the database answers. Asked at most once a second, whoever wants to know. */
@ApplicationScoped
public class DatabaseProbe {

  private static final int TIMEOUT_SECONDS = 2;
  private static final Duration FRESH = Duration.ofSeconds(1);

  private final DataSource dataSource;
  private final Clock clock;
  private final Workers workers;
  private CompletableFuture<Boolean> latest = CompletableFuture.completedFuture(false);
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

  /** Completes within a few seconds, never exceptionally. */
  synchronized CompletionStage<Boolean> isUp() {
    Instant now = clock.instant();
    if (askedAt.plus(FRESH).isBefore(now)) {
      askedAt = now;
      latest =
          CompletableFuture.supplyAsync(this::ask, workers)
              .completeOnTimeout(false, 2 * TIMEOUT_SECONDS, TimeUnit.SECONDS)
              .exceptionally(failure -> false);
    }
    return latest;
  }

  private boolean ask() {
    try (Connection connection = dataSource.getConnection()) {
      return connection.isValid(TIMEOUT_SECONDS);
    } catch (SQLException e) {
      return false;
    }
  }
}
