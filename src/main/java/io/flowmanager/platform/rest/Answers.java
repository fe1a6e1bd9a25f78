// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.rest;

import io.flowmanager.platform.problem.Problem;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.Response;

/** Creates responses of JAX-RS. */
public final class Answers {

  private Answers() {}

  /** The reply as a JAX-RS response. */
  public static Response of(Reply reply) {
    var response =
        Response.status(reply.status(), reason(reply.status()))
            .entity(reply.body())
            .type(reply.mediaType());
    reply.retryAfterSeconds().ifPresent(seconds -> response.header("Retry-After", seconds));
    return response.build();
  }

  /** 200 with the value. */
  public static Response json(JsonValue value) {
    return of(Reply.json(value));
  }

  /** The problem as {@code application/problem+json} (RFC 9457). */
  public static Response problem(Problem problem) {
    return of(Reply.problem(problem));
  }

  /** Servers lack the reason phrases of newer codes (RFC 9110, section 15). */
  private static String reason(int status) {
    Response.Status known = Response.Status.fromStatusCode(status);
    return status == 422 || known == null ? "Unprocessable Content" : known.getReasonPhrase();
  }
}
