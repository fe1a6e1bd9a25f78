// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.http;

import dev.failsafe.spi.Scheduler;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Delayed;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Runs attempts on threads that are handed in. Left alone, Failsafe would wait for the next attempt
 * on a thread of its own, which would outlive the application.
 */
record AttemptScheduler(Executor threads) implements Scheduler {

  @Override
  public ScheduledFuture<?> schedule(Callable<?> task, long delay, TimeUnit unit) {
    var attempt = new Attempt(task, System.nanoTime() + unit.toNanos(delay));
    Executor later = delay > 0 ? CompletableFuture.delayedExecutor(delay, unit, threads) : threads;
    later.execute(attempt);
    return attempt;
  }

  private static final class Attempt extends FutureTask<Object> implements ScheduledFuture<Object> {

    private final long due;

    Attempt(Callable<?> task, long due) {
      super(task::call);
      this.due = due;
    }

    @Override
    public long getDelay(TimeUnit unit) {
      return unit.convert(due - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    @Override
    public int compareTo(Delayed other) {
      return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
    }
  }
}
