// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.rest;

import io.flowmanager.platform.problem.Problem;
import io.flowmanager.platform.problem.ProblemException;
import io.flowmanager.platform.rest.Answers;
import io.flowmanager.platform.rest.AnythingElseMapper;
import io.flowmanager.saga.application.store.StoreUnavailableException;
import io.flowmanager.saga.application.store.UnstorableException;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;

/** Answers of requests that other threads ask the store for. */
final class StoreAnswers {

  private StoreAnswers() {}

  static <T> CompletionStage<Response> of(
      Supplier<CompletionStage<T>> read, Function<T, Response> response) {
    try {
      return read.get().thenApply(response).exceptionally(StoreAnswers::failed);
    } catch (RejectedExecutionException e) {
      String detail = "More requests wait for the store than this server takes. Try again.";
      throw new ProblemException(Problem.of(503, "Busy", detail).retryAfter(1));
    }
  }

  private static Response failed(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof StoreUnavailableException) {
      return Answers.problem(
          Problem.of(503, "Store unavailable", "The store does not answer now.").retryAfter(1));
    }
    if (cause instanceof UnstorableException) {
      return Answers.problem(unstorable());
    }
    return Answers.problem(AnythingElseMapper.unforeseen(cause));
  }

  /** To send it again leads nowhere. */
  static Problem unstorable() {
    return Problem.of(
        422,
        "Cannot be stored",
        "The request has a value that the database will never take: too long, out of range, or of"
            + " characters that it does not have. Nothing has happened.");
  }
}
