// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.inbox;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** What batches wait for while it is closed. It is open at first, and can be closed again. */
public final class ResettableLatch {

  private final AtomicInteger waiting = new AtomicInteger();
  private volatile CountDownLatch current = new CountDownLatch(0);

  /** Called by the engine, on its threads. */
  public void await() {
    waiting.incrementAndGet();
    try {
      current.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      waiting.decrementAndGet();
    }
  }

  void close() {
    current = new CountDownLatch(1);
  }

  void open() {
    current.countDown();
  }

  boolean hasWaiters() {
    return current.getCount() > 0 && waiting.get() > 0;
  }
}
