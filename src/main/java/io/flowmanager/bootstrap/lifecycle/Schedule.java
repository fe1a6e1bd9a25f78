// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.lifecycle;

import io.flowmanager.platform.inject.SingletonBean;
import io.flowmanager.platform.log.RateLimitedLog;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * Runs delayed and recurring work on threads of the server, until the server stops. Made with
 * {@link Lifecycle}, on the thread that deploys: on another one, Payara injects no resources.
 *
 * <p>The server's own scheduled executor is not used: Payara's keeps cancelled tasks until they
 * would be due, prepares to run them while the server shuts down, and logs that this fails.
 */
@SingletonBean
class Schedule {

  private static final RateLimitedLog LOG = RateLimitedLog.of(Schedule.class);
  private static final Duration LOOK_INTERVAL = Duration.ofMillis(50);

  @Resource private ManagedThreadFactory threads;

  private ScheduledThreadPoolExecutor executor;

  @PostConstruct
  void open() {
    open(threads);
  }

  void open(ThreadFactory factory) {
    executor = new ScheduledThreadPoolExecutor(1, factory);
    executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /** Runs the task soon, once. */
  void later(Runnable look) {
    executor.schedule(look, LOOK_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Now, and each time that long after it has ended, also when it has failed; with a thread more,
   * so that none waits.
   */
  synchronized void every(Duration interval, Runnable task) {
    executor.setCorePoolSize(executor.getCorePoolSize() + 1);
    executor.scheduleWithFixedDelay(() -> run(task), 0, interval.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** What throws would never be run again by the executor. */
  private static void run(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error e) {
      LOG.log(Level.ERROR, "recurring", () -> "Recurring work has failed; it is tried again", e);
    }
  }

  /** Starts no more work; running work may end. */
  void cancel() {
    executor.shutdown();
  }
}
