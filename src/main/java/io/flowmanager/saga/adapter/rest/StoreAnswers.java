// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.rest;

import io.flowmanager.platform.problem.Problem;
import io.flowmanager.platform.problem.ProblemException;
import io.flowmanager.platform.rest.Answers;
import io.flowmanager.platform.rest.AnythingElseMapper;
import io.flowmanager.platform.rest.Reply;
import io.flowmanager.saga.application.store.StoreUnavailableException;
import io.flowmanager.saga.application.store.UnstorableException;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;

/** Answers of requests that run on a separate executor. */
final class StoreAnswers {

  private StoreAnswers() {}

  static <T> CompletionStage<Response> of(
      Supplier<CompletionStage<T>> read, Function<T, Response> response) {
    return begun(read)
        .thenApply(response)
        .exceptionally(failure -> Answers.problem(problem(failure)));
  }

  /** The same, for an endpoint. */
  static <T> CompletionStage<Reply> replyTo(
      Supplier<CompletionStage<T>> work, Function<T, Reply> reply) {
    return begun(work).thenApply(reply).exceptionally(failure -> Reply.problem(problem(failure)));
  }

  private static <T> CompletionStage<T> begun(Supplier<CompletionStage<T>> work) {
    try {
      return work.get();
    } catch (RejectedExecutionException e) {
      throw new ProblemException(busy());
    }
  }

  private static Problem busy() {
    String detail = "Too many requests wait for the store of the sagas. Try again.";
    return Problem.of(503, "Busy", detail).retryAfter(1);
  }

  private static Problem problem(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof StoreUnavailableException) {
      return Problem.of(503, "Store unavailable", "The store of the sagas is unavailable now.")
          .retryAfter(1);
    }
    if (cause instanceof RejectedExecutionException) {
      return busy();
    }
    if (cause instanceof UnstorableException) {
      return unstorable();
    }
    return AnythingElseMapper.unforeseen(cause);
  }

  /** A retry of such a request fails again. */
  static Problem unstorable() {
    return Problem.of(
        422,
        "Cannot be stored",
        "The request has a value that the database can never store: too long, out of range, or with"
            + " characters that it does not support. Nothing has changed.");
  }
}
