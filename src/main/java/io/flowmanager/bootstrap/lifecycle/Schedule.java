// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.lifecycle;

import io.flowmanager.platform.inject.SingletonBean;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
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

  private static final Duration LOOK_INTERVAL = Duration.ofMillis(50);

  @Resource private ManagedThreadFactory threads;

  private ScheduledThreadPoolExecutor executor;

  @PostConstruct
  void open() {
    executor = new ScheduledThreadPoolExecutor(1, threads);
    executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /** Runs the task soon, once. */
  void later(Runnable look) {
    executor.schedule(look, LOOK_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Runs the task now, and again each time that long after it has ended; adds a thread, so that no
   * task waits.
   */
  synchronized void every(Duration interval, Runnable task) {
    executor.setCorePoolSize(executor.getCorePoolSize() + 1);
    executor.scheduleWithFixedDelay(task, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Starts no more work; running work may end. */
  void cancel() {
    executor.shutdown();
  }
}
