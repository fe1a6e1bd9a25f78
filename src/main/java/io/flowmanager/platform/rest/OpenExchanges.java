// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts HTTP requests that are not answered yet. Thread-safe. */
@ApplicationScoped
public class OpenExchanges {

  private final AtomicInteger open = new AtomicInteger();
  private final CompletableFuture<Void> none = new CompletableFuture<>();
  private volatile boolean closed;

  /**
   * Counts a request, for which {@link #end} must be called later. Returns false if requests are no
   * longer accepted.
   */
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

  /** Stops accepting requests. */
  public void close() {
    closed = true;
    if (open.get() == 0) {
      none.complete(null);
    }
  }

  /**
   * Waits until all requests are answered; to be called after {@link #close}.
   *
   * @return false if some are not answered in that time
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
