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
 * Runs tasks on another executor, only so many at once and with only so many waiting, so that one
 * kind of work cannot take all threads or all database connections.
 *
 * <p>Written by hand: no library in the WAR bounds what waits as well as what runs, and tells when
 * nothing moves.
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
    if (waiting.isEmpty()) {
      progress.mark();
    }
    waiting.add(task);
  }

  /** Whether tasks wait, and none has ended for that long. */
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
