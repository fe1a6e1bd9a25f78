// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntConsumer;

/** Clients that are busy at the same time, each on a thread of its own. */
public final class ConcurrentRunner implements AutoCloseable {

  private final ExecutorService threads;
  private final List<Future<?>> clients = new ArrayList<>();

  private ConcurrentRunner(int size) {
    threads = Executors.newFixedThreadPool(size);
  }

  /** Sets so many clients to work at once; each is told its number, from 0. */
  public static ConcurrentRunner of(int size, IntConsumer client) {
    var runner = new ConcurrentRunner(size);
    for (int i = 0; i < size; i++) {
      int number = i;
      runner.clients.add(runner.threads.submit(() -> client.accept(number)));
    }
    return runner;
  }

  /** Waits until all are done; fails when one of them failed or when the bound is over. */
  public void join(Duration bound) {
    long deadline = System.nanoTime() + bound.toNanos();
    clients.forEach(client -> join(client, deadline));
  }

  private static void join(Future<?> client, long deadline) {
    try {
      client.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException failure) {
      throw new AssertionError("A client failed", failure.getCause());
    } catch (TimeoutException tooLate) {
      throw new AssertionError("A client was not done in time", tooLate);
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while clients were busy", interruption);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
