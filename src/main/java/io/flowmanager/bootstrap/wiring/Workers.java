// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.wiring;

import io.flowmanager.bootstrap.flows.StartupConfiguration;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Managed threads for short work: answers, completed sends, reads. The server's own executor is not
 * used for it: Payara's rejects work as soon as a stop begins, when answers are still pending, and
 * it captures and restores a context for every task.
 */
@ApplicationScoped
public class Workers implements Executor {

  private static final int MAX_THREADS = 256;
  private static final long IDLE_SECONDS = 60;

  @Resource private ManagedThreadFactory threads;

  private final StartupConfiguration boot;
  private ThreadPoolExecutor pool;
  private ThreadPoolExecutor scripts;

  /** For the container's proxy. */
  protected Workers() {
    this(null);
  }

  @Inject
  public Workers(StartupConfiguration boot) {
    this.boot = boot;
  }

  @PostConstruct
  void open() {
    int ready =
        2 * Runtime.getRuntime().availableProcessors() + boot.settings().readers().threads();
    pool = pool(ready, threads);
    pool.prestartAllCoreThreads();
    scripts = pool(boot.settings().scripts().threads());
  }

  /** A pool that runs every task, on the caller's thread if it is full or closed. */
  static ThreadPoolExecutor pool(int ready, ThreadFactory threads) {
    return new ThreadPoolExecutor(
        ready,
        Math.max(ready, MAX_THREADS),
        IDLE_SECONDS,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        threads,
        (task, full) -> task.run());
  }

  private ThreadPoolExecutor pool(int size) {
    var executor =
        new ThreadPoolExecutor(
            size, size, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads);
    executor.allowCoreThreadTimeOut(true);
    return executor;
  }

  /**
   * Runs the task on a thread of the pool, or on the caller's own if all are busy or the pool is
   * closed: a late task may be an answer that a caller waits for.
   */
  @Override
  public void execute(Runnable task) {
    pool.execute(task);
  }

  /**
   * Threads for hooks of commands, made when the first one runs. Never the caller's own: the relay
   * must not wait for a script. Rejects tasks when the server has been stopped.
   */
  Executor forScripts() {
    return scripts;
  }

  /** Accepts no more tasks; running ones may end. */
  @PreDestroy
  void close() {
    pool.shutdown();
    scripts.shutdown();
  }
}
