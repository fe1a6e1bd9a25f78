// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.adapter.rest;

import io.flowmanager.platform.problem.Problem;
import io.flowmanager.platform.rest.Answers;
import io.flowmanager.platform.rest.AnythingElseMapper;
import io.flowmanager.platform.rest.Reply;
import io.flowmanager.router.application.call.RoutingException;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/** Converts results of the use cases to HTTP answers (contract, "Failures"). */
final class RouterAnswers {

  private RouterAnswers() {}

  /** The answer, or the problem that prevents it. */
  static <T> CompletionStage<Response> of(
      Supplier<CompletionStage<T>> call, Function<T, JsonValue> body) {
    return replyTo(call, body).thenApply(Answers::of);
  }

  /** The same, for an endpoint. */
  static <T> CompletionStage<Reply> replyTo(
      Supplier<CompletionStage<T>> call, Function<T, JsonValue> body) {
    return called(call)
        .handle(
            (result, failure) ->
                failure == null ? Reply.json(body.apply(result)) : failed(failure));
  }

  private static <T> CompletionStage<T> called(Supplier<CompletionStage<T>> call) {
    try {
      return call.get();
    } catch (RoutingException e) {
      return CompletableFuture.failedStage(e);
    }
  }

  private static Reply failed(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return Reply.problem(
        cause instanceof RoutingException routing
            ? problem(routing.kind(), routing.getMessage())
            : AnythingElseMapper.unforeseen(cause));
  }

  private static Problem problem(RoutingException.Kind kind, String detail) {
    return switch (kind) {
      case INVALID_PAYLOAD -> Problem.of(422, "Invalid payload", detail);
      case NO_RULE -> Problem.of(422, "No rule", detail);
      case UNKNOWN_SAGA -> Problem.of(404, "Unknown saga", detail);
      case UNKNOWN_CALL -> Problem.of(404, "Unknown call", detail);
      case UNKNOWN_MESSAGE -> Problem.of(404, "Unknown message", detail);
      case NO_SUB_SAGA -> Problem.of(409, "No sub saga", detail);
      case UPSTREAM_REFUSED, UPSTREAM_FAILED -> Problem.of(502, "Upstream error", detail);
      case NO_ANSWER -> Problem.of(504, "No answer", detail);
      case BUSY -> Problem.of(503, "Busy", detail).retryAfter(1);
      case STORE_UNAVAILABLE -> Problem.of(503, "Store unavailable", detail).retryAfter(1);
    };
  }
}
