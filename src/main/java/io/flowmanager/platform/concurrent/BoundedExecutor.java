// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.concurrent;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Runs tasks on another executor, with a limit for running and a limit for waiting tasks, so that
 * one kind of work cannot occupy all threads or all database connections.
 *
 * <p>Written by hand: no library in the WAR limits both waiting and running tasks, and detects a
 * standstill.
 */
public final class BoundedExecutor implements Executor {

  private final Progress progress;
  private final Executor threads;
  private final int maxRunning;
  private final int maxWaiting;
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private int running;

  public BoundedExecutor(String name, Executor threads, int maxRunning, int maxWaiting) {
    this.progress = new Progress(name, System::nanoTime);
    this.threads = threads;
    this.maxRunning = maxRunning;
    this.maxWaiting = maxWaiting;
  }

  /**
   * @throws RejectedExecutionException if too many tasks are waiting
   */
  @Override
  public synchronized void execute(Runnable task) {
    if (running < maxRunning) {
      start(task);
      running++;
      return;
    }
    if (waiting.size() >= maxWaiting) {
      throw new RejectedExecutionException(maxWaiting + " tasks are waiting already");
    }
    if (waiting.isEmpty()) {
      progress.mark();
    }
    waiting.add(task);
  }

  /** A report if tasks wait and none has ended for that long. */
  public synchronized Optional<Standstill> standstill(Duration limit) {
    return waiting.isEmpty() ? Optional.empty() : progress.standstill(limit, null);
  }

  private void start(Runnable task) {
    threads.execute(() -> run(task));
  }

  private void run(Runnable task) {
    try {
      progress.enter();
      task.run();
    } finally {
      progress.mark();
      startNext().ifPresent(this::run);
    }
  }

  /** An accepted task for which no other thread is available; it must run on this thread. */
  private synchronized Optional<Runnable> startNext() {
    Runnable task = waiting.poll();
    if (task == null) {
      running--;
      return Optional.empty();
    }
    try {
      start(task);
      return Optional.empty();
    } catch (RejectedExecutionException e) {
      return Optional.of(task);
    }
  }
}
