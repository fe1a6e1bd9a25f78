// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.rest;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.platform.problem.Problem;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.OptionalInt;

/**
 * The answer to a call, by either way. The body is written here, because the server's JSON provider
 * is slower.
 *
 * @param status HTTP status code
 * @param mediaType media type of the body
 * @param body must not be changed
 * @param retryAfterSeconds after how many seconds a retry makes sense
 */
public record Reply(int status, String mediaType, byte[] body, OptionalInt retryAfterSeconds) {

  private static final String JSON = "application/json";
  private static final String PROBLEM_JSON = "application/problem+json";

  /** 200 with the value. */
  public static Reply json(JsonValue value) {
    return new Reply(200, JSON, JsonText.bytes(value), OptionalInt.empty());
  }

  /** The problem as {@code application/problem+json} (RFC 9457). */
  public static Reply problem(Problem problem) {
    byte[] body = JsonText.bytes(toJson(problem));
    return new Reply(problem.status(), PROBLEM_JSON, body, problem.retryAfterSeconds());
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
