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
 * Calls the store for callers that must not wait for the database.
 *
 * @param threads executor whose threads may wait for it; may reject with {@link
 *     RejectedExecutionException}
 */
public record StoreThreads(Executor threads) {

  /**
   * @return completes exceptionally with a {@link RoutingException} if the store cannot be called
   */
  public <T> CompletionStage<T> ask(Supplier<T> question) {
    try {
      return CompletableFuture.supplyAsync(() -> answer(question), threads);
    } catch (RejectedExecutionException e) {
      return CompletableFuture.failedFuture(
          new RoutingException(Kind.BUSY, "This server is overloaded. Try again later."));
    }
  }

  /** As {@link #ask}, for calls without a result. */
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
      throw new RoutingException(
          Kind.STORE_UNAVAILABLE, "The router's database is unavailable now.");
    }
  }
}
