// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.concurrent;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs tasks one after the other, in the order of their arrival, on borrowed threads. Tasks that
 * come close together share one: a thread is woken up once for all of them. Where none is lent,
 * they run on the thread that brings them. What a task throws is logged and stops none of the
 * others.
 */
public final class SequentialExecutor implements Executor {

  private static final Logger LOG = System.getLogger(SequentialExecutor.class.getName());

  private final Executor threads;
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();

  public SequentialExecutor(Executor threads) {
    this.threads = threads;
  }

  @Override
  public void execute(Runnable task) {
    tasks.add(task);
    if (waiting.getAndIncrement() == 0) {
      borrowThread();
    }
  }

  private void borrowThread() {
    try {
      threads.execute(this::runAll);
    } catch (RejectedExecutionException e) {
      runAll();
    }
  }

  private void runAll() {
    do {
      run(tasks.remove());
    } while (waiting.decrementAndGet() > 0);
  }

  private static void run(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error e) {
      LOG.log(Level.ERROR, "A task failed.", e);
    }
  }
}
