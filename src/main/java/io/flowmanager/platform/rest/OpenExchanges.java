// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The requests over HTTP that are not answered yet. Safe for use by many threads. */
@ApplicationScoped
public class OpenExchanges {

  private final AtomicInteger open = new AtomicInteger();
  private final CompletableFuture<Void> none = new CompletableFuture<>();
  private volatile boolean closed;

  /** Counts a request, which must {@link #end} later; false when none is taken any more. */
  public boolean begin() {
    open.incrementAndGet();
    if (closed) {
      end();
      return false;
    }
    return true;
  }

  /** The request has been answered. */
  public void end() {
    if (open.decrementAndGet() == 0 && closed) {
      none.complete(null);
    }
  }

  /** From now on none is taken. */
  public void close() {
    closed = true;
    if (open.get() == 0) {
      none.complete(null);
    }
  }

  /**
   * Waits until all are answered, once none is taken any more.
   *
   * @return false when some are not after that time
   */
  public boolean awaitNone(Duration patience) {
    try {
      none.copy().orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS).join();
      return true;
    } catch (CompletionException e) {
      return false;
    }
  }
}
