// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.inbox;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Where the batches of an engine pass, or wait while it is closed. It is open at first. */
public final class EngineGate {

  private final AtomicInteger waiting = new AtomicInteger();
  private volatile CountDownLatch latch = new CountDownLatch(0);

  /** Called by the engine, on its threads. */
  public void pass() {
    waiting.incrementAndGet();
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      waiting.decrementAndGet();
    }
  }

  void close() {
    latch = new CountDownLatch(1);
  }

  void open() {
    latch.countDown();
  }

  boolean isWaitedAt() {
    return latch.getCount() > 0 && waiting.get() > 0;
  }
}
