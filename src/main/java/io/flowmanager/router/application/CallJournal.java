// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.application;

import io.flowmanager.router.application.RoutingException.Kind;
import jakarta.transaction.TransactionalException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/** The notes of {@link KeepCalls} for those who must not wait for a database. */
public final class CallJournal {

  private static final int TRIES = 2;

  private final KeepCalls calls;
  private final Executor threads;

  /**
   * @param threads that may wait for the database; may refuse with {@link
   *     RejectedExecutionException}
   */
  public CallJournal(KeepCalls calls, Executor threads) {
    this.calls = calls;
    this.threads = threads;
  }

  CompletionStage<RoutedCall> begin(
      CallKey key, boolean isOwnKey, NewSagaOrder order, String ruleId) {
    return ask(() -> begin(() -> calls.begin(key, isOwnKey, order, ruleId), TRIES));
  }

  /** A repeat that comes at the same moment runs into the key that is taken, once. */
  private static RoutedCall begin(Supplier<RoutedCall> note, int tries) {
    try {
      return note.get();
    } catch (RoutingException | TransactionalException e) {
      if (tries == 1) {
        throw e;
      }
      return begin(note, tries - 1);
    }
  }

  CompletionStage<Void> note(Runnable note) {
    return ask(
        () -> {
          note.run();
          return null;
        });
  }

  /** Whether there is still a record of the call. */
  CompletionStage<Boolean> failed(CallKey key, RoutingException failure) {
    return ask(() -> calls.failed(key, failure));
  }

  KeepCalls calls() {
    return calls;
  }

  CompletionStage<Optional<RoutedCall>> find(CallKey key) {
    return ask(() -> calls.find(key));
  }

  /** The calls that are due. */
  CompletionStage<List<RoutedCall>> claim() {
    return ask(calls::claim);
  }

  /** Calls that are not done, oldest first. */
  public CompletionStage<List<RoutedCall>> unfinished(int limit) {
    return ask(() -> calls.unfinished(limit));
  }

  private <T> CompletionStage<T> ask(Supplier<T> question) {
    try {
      return CompletableFuture.supplyAsync(() -> answer(question), threads);
    } catch (RejectedExecutionException e) {
      return CompletableFuture.failedFuture(
          new RoutingException(Kind.BUSY, "This server has more to do than it can take in."));
    }
  }

  private static <T> T answer(Supplier<T> question) {
    try {
      return question.get();
    } catch (TransactionalException e) {
      throw new RoutingException(Kind.STORE_UNAVAILABLE, "The store does not answer now.");
    }
  }
}
