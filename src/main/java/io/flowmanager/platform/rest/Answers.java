// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.rest;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.platform.problem.Problem;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * Makes HTTP answers. The text is written here and not by the server's JSON provider, which costs
 * more.
 */
public final class Answers {

  private static final MediaType PROBLEM_JSON = new MediaType("application", "problem+json");

  private Answers() {}

  /** 200 with the value. */
  public static Response json(JsonValue value) {
    return Response.ok(JsonText.bytes(value), MediaType.APPLICATION_JSON_TYPE).build();
  }

  /** The problem as RFC 9457 writes it. */
  public static Response problem(Problem problem) {
    var response =
        Response.status(problem.status(), reason(problem.status()))
            .entity(JsonText.bytes(toJson(problem)))
            .type(PROBLEM_JSON);
    problem.retryAfterSeconds().ifPresent(seconds -> response.header("Retry-After", seconds));
    return response.build();
  }

  /** Servers do not know the phrases of newer codes (RFC 9110, section 15). */
  private static String reason(int status) {
    Response.Status known = Response.Status.fromStatusCode(status);
    return status == 422 || known == null ? "Unprocessable Content" : known.getReasonPhrase();
  }

  private static JsonObject toJson(Problem problem) {
    var json =
        JsonText.builders()
            .createObjectBuilder()
            .add("type", "about:blank")
            .add("title", problem.title())
            .add("status", problem.status())
            .add("detail", problem.detail());
    if (!problem.errors().isEmpty()) {
      var errors = JsonText.builders().createArrayBuilder();
      problem.errors().forEach(fault -> errors.add(fault(fault)));
      json.add("errors", errors);
    }
    return json.build();
  }

  private static JsonObject fault(Problem.Fault fault) {
    return JsonText.builders()
        .createObjectBuilder()
        .add("pointer", fault.pointer())
        .add("detail", fault.detail())
        .build();
  }
}
