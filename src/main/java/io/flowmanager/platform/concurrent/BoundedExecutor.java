// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.concurrent;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Runs tasks on another executor, only so many at once and with only so many waiting, so that one
 * kind of work cannot take all threads or all database connections.
 */
public final class BoundedExecutor implements Executor {

  private final Executor threads;
  private final int maxRunning;
  private final int maxWaiting;
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private int running;

  public BoundedExecutor(Executor threads, int maxRunning, int maxWaiting) {
    this.threads = threads;
    this.maxRunning = maxRunning;
    this.maxWaiting = maxWaiting;
  }

  /**
   * @throws RejectedExecutionException when too many tasks wait already
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
    waiting.add(task);
  }

  private void start(Runnable task) {
    threads.execute(() -> run(task));
  }

  private void run(Runnable task) {
    try {
      task.run();
    } finally {
      startNext().ifPresent(this::run);
    }
  }

  /** The task that has to run on this thread, as it was accepted and no other can be had for it. */
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
