// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.adapter.http;

import io.flowmanager.platform.http.NoAnswerException;
import io.flowmanager.platform.http.Reply;
import io.flowmanager.router.application.call.RoutingException;
import io.flowmanager.router.application.call.RoutingException.Kind;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;

/**
 * Decides what a reply, or the lack of one, means for the call.
 *
 * @param place the address that was called, without secrets
 */
record ReplyJudge(String place) {

  /** Statuses of a refusal that may pass (RFC 9110 and 6585). */
  private static final Set<Integer> PASSING = Set.of(408, 425, 429);

  private static final int MAX_DETAIL = 300;

  /** The reply, when its status is 2xx. */
  CompletionStage<Reply> successful(CompletionStage<Reply> call) {
    return call.handle(
        (reply, failure) -> {
          if (failure != null) {
            throw none(failure);
          }
          if (!reply.isSuccess()) {
            throw refused(reply);
          }
          return reply;
        });
  }

  private RoutingException none(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof NoAnswerException) {
      return new RoutingException(Kind.NO_ANSWER, cause.getMessage());
    }
    return cause instanceof RejectedExecutionException
        ? new RoutingException(Kind.BUSY, "This server is overloaded. Try again later.")
        : new RoutingException(Kind.UPSTREAM_FAILED, place + " cannot be called: " + cause + ".");
  }

  private RoutingException refused(Reply reply) {
    Optional<String> detail = detail(reply);
    return new RoutingException(
        mayPass(reply.status(), detail) ? Kind.UPSTREAM_FAILED : Kind.UPSTREAM_REFUSED,
        place + " answered " + reply.status() + detail.map(text -> ": " + text).orElse("."));
  }

  /** A server that is still starting answers 404 to everything, without details. */
  private static boolean mayPass(int status, Optional<String> detail) {
    boolean isStarting = status == 404 && detail.isEmpty();
    return status / 100 != 4 || PASSING.contains(status) || isStarting;
  }

  /** The detail of the refusal, if the service uses RFC 9457. */
  private static Optional<String> detail(Reply reply) {
    return reply
        .json()
        .filter(JsonObject.class::isInstance)
        .map(json -> json.asJsonObject().get("detail"))
        .filter(JsonString.class::isInstance)
        .map(detail -> ((JsonString) detail).getString())
        .map(text -> text.length() > MAX_DETAIL ? text.substring(0, MAX_DETAIL) + "…" : text);
  }

  /**
   * An unreadable answer is a temporary failure: a proxy may have answered instead of the service.
   */
  RoutingException unreadable(String wanted) {
    return new RoutingException(
        Kind.UPSTREAM_FAILED, place + " returned an answer without " + wanted + ".");
  }

  /** The id of the saga that a flow manager has started. */
  String sagaId(Reply reply) {
    return reply
        .json()
        .filter(JsonObject.class::isInstance)
        .map(json -> json.asJsonObject().getString("sagaId", ""))
        .filter(id -> !id.isBlank())
        .orElseThrow(() -> unreadable("a sagaId"));
  }
}
