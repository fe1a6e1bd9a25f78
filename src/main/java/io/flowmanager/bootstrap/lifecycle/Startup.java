// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.lifecycle;

import io.flowmanager.bootstrap.database.DatabasePreparation;
import io.flowmanager.bootstrap.flows.StartupConfiguration;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Starts the engine as soon as the database is available. If it is available at once, the engine
 * starts within the deployment, and a fault makes the deployment fail. Otherwise the deployment
 * succeeds, all callers get 503, and the engine starts on a thread of the server as soon as the
 * database answers; a fault then ends the start permanently.
 */
@ApplicationScoped
public class Startup {

  private static final Logger LOG = System.getLogger("io.flowmanager");

  /** Connection pools of servers log a stack trace for each connection that fails. */
  private static final Duration FIRST_LOOK = Duration.ofSeconds(1);

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  @Resource private ManagedScheduledExecutorService scheduler;

  private final StartupConfiguration boot;
  private final DatabasePreparation database;
  private final Clock clock;
  private Deployment deployment;
  private Runnable open;
  private Instant deadline;
  private Duration pause = FIRST_LOOK;
  private volatile boolean cancelled;

  /** For the container's proxy. */
  protected Startup() {
    this(null, null, null);
  }

  @Inject
  public Startup(StartupConfiguration boot, DatabasePreparation database, Clock clock) {
    this.boot = boot;
    this.database = database;
    this.clock = clock;
  }

  /**
   * @param start starts the engine; called once, within this call or later on another thread
   * @throws RuntimeException if the server cannot start with this configuration
   */
  void begin(Runnable start) {
    try {
      database.begin();
      deployment = Deployment.ofThisThread();
      open = start;
      Duration patience = boot.settings().database().patience();
      deadline = clock.instant().plus(patience);
      absence().ifPresentOrElse(reason -> await(reason, patience), this::open);
    } catch (RuntimeException fault) {
      throw StartProgress.failed(fault);
    }
  }

  /** Why the database is unavailable; the start fails if it has been for too long. */
  private Optional<String> absence() {
    Optional<String> absence = database.prepare(boot.settings().database().volatileAllowed());
    if (!clock.instant().isBefore(deadline)) {
      absence.ifPresent(StartProgress::refuse);
    }
    return absence;
  }

  private void await(String reason, Duration patience) {
    LOG.log(
        Level.WARNING,
        "{0} The start waits for it, up to {1} (flow-manager.database.wait).",
        reason,
        patience);
    StartProgress.WAITING.tell();
    later();
  }

  private void later() {
    scheduler.schedule(this::look, pause.toMillis(), TimeUnit.MILLISECONDS);
    Duration doubled = pause.multipliedBy(2);
    pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
  }

  private void look() {
    if (cancelled) {
      return;
    }
    try {
      if (!deployment.isOver() || absence().isPresent()) {
        later();
        return;
      }
      open();
    } catch (RuntimeException fault) {
      if (!cancelled) {
        StartProgress.failed(fault);
      }
    }
  }

  private void open() {
    open.run();
    StartProgress.RUNNING.tell();
  }

  /** Cancels the start. */
  void cancel() {
    cancelled = true;
  }
}
