// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.adapter.rest;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.platform.problem.Problem;
import io.flowmanager.platform.problem.ProblemException;
import io.flowmanager.router.application.route.ReadStatus;
import io.flowmanager.router.application.route.ReadStatus.Status;
import io.flowmanager.router.application.route.RoutedSaga;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Answers queries about main sagas. */
@ApplicationScoped
public class StatusPages {

  private static final List<String> TOLD = List.of("currentState", "businessStateDescription");

  private final ReadStatus readStatus;

  /** For the container's proxy. */
  protected StatusPages() {
    this(null);
  }

  @Inject
  public StatusPages(ReadStatus readStatus) {
    this.readStatus = readStatus;
  }

  CompletionStage<Response> status(String sagaId) {
    return RouterAnswers.of(() -> readStatus.handle(sagaId), StatusPages::body);
  }

  CompletionStage<Response> subSaga(String sagaId) {
    return RouterAnswers.of(() -> readStatus.subSaga(sagaId), RoutedSaga::document);
  }

  /**
   * @throws ProblemException 400 if the query has no id
   */
  static String asked(String sagaId) {
    return Optional.ofNullable(sagaId)
        .filter(id -> !id.isBlank())
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.of(
                        400,
                        "Malformed query",
                        "The query parameter sagaId is required: ?sagaId=…")));
  }

  private static JsonObject body(Status status) {
    var body =
        JsonText.builders()
            .createObjectBuilder()
            .add("sagaId", status.mainSaga().id())
            .add("mainSaga", summary(status.mainSaga()));
    status.subSaga().ifPresent(sub -> body.add(sub.ruleId() + "Saga", summary(sub.saga())));
    return body.build();
  }

  private static JsonObject summary(RoutedSaga saga) {
    var summary = JsonText.builders().createObjectBuilder();
    for (String key : TOLD) {
      JsonValue value = saga.document().get(key);
      if (value != null) {
        summary.add(key, value);
      }
    }
    return summary.build();
  }
}
