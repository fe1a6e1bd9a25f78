// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.application.route;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Runs the work of one saga sequentially, in the order of arrival, so that no update of the
 * metadata is based on a value that another one is changing. Different sagas do not wait for each
 * other, and no thread is blocked.
 *
 * <p>Written by hand: Guava's {@code ExecutionSequencer} has one sequence instead of one for each
 * saga, takes {@code ListenableFuture}s, and starts the next work when a caller cancels while the
 * previous one still runs.
 */
public final class KeyedSequencer {

  private final Map<String, CompletableFuture<?>> last = new ConcurrentHashMap<>();

  /**
   * @param work started when all earlier work of the saga has ended, successfully or not
   */
  public <T> CompletionStage<T> run(String saga, Supplier<CompletionStage<T>> work) {
    var end = new CompletableFuture<T>();
    CompletableFuture<?> before = last.put(saga, end);
    turn(before)
        .thenCompose(ready -> work.get())
        .whenComplete(
            (result, failure) -> {
              last.remove(saga, end);
              if (failure == null) {
                end.complete(result);
              } else {
                end.completeExceptionally(failure);
              }
            });
    return end;
  }

  private static CompletionStage<Void> turn(CompletableFuture<?> before) {
    return before == null
        ? CompletableFuture.completedStage(null)
        : before.handle((result, failure) -> null);
  }

  /** How many sagas have unfinished work. */
  int size() {
    return last.size();
  }
}
