// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.application.call;

import io.flowmanager.router.application.call.RoutingException.Kind;
import jakarta.transaction.TransactionalException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/**
 * Asks the store for those who must not wait for a database.
 *
 * @param threads that may wait for it; may refuse with {@link RejectedExecutionException}
 */
public record StoreThreads(Executor threads) {

  /**
   * @return completes exceptionally with a {@link RoutingException} when the store cannot be asked
   */
  public <T> CompletionStage<T> ask(Supplier<T> question) {
    try {
      return CompletableFuture.supplyAsync(() -> answer(question), threads);
    } catch (RejectedExecutionException e) {
      return CompletableFuture.failedFuture(
          new RoutingException(Kind.BUSY, "This server has more to do than it can take in."));
    }
  }

  /** As {@link #ask}, of what answers nothing. */
  public CompletionStage<Void> tell(Runnable note) {
    return ask(
        () -> {
          note.run();
          return null;
        });
  }

  private static <T> T answer(Supplier<T> question) {
    try {
      return question.get();
    } catch (TransactionalException e) {
      throw new RoutingException(Kind.STORE_UNAVAILABLE, "The store does not answer now.");
    }
  }
}
