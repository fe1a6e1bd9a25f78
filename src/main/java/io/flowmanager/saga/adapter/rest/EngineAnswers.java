// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.rest;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.platform.problem.Problem;
import io.flowmanager.platform.problem.ProblemException;
import io.flowmanager.platform.rest.AnythingElseMapper;
import io.flowmanager.platform.rest.Reply;
import io.flowmanager.saga.application.engine.LaneFullException;
import io.flowmanager.saga.application.store.Answer;
import io.flowmanager.saga.application.store.StoreUnavailableException;
import io.flowmanager.saga.application.store.UnstorableException;
import io.flowmanager.saga.domain.Refusal;
import io.flowmanager.saga.domain.SagaId;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Converts the engine's answers to replies. */
final class EngineAnswers {

  private EngineAnswers() {}

  /**
   * The engine's answer as a reply.
   *
   * @throws ProblemException 503 if the engine accepts no more requests
   */
  static CompletionStage<Reply> of(Supplier<CompletionStage<Answer>> work) {
    try {
      return work.get()
          .handle((answer, failure) -> failure == null ? reply(answer) : failed(failure));
    } catch (LaneFullException e) {
      String detail = "The server is overloaded. Nothing has changed; send the request again.";
      throw new ProblemException(Problem.of(503, "Busy", detail).retryAfter(1));
    }
  }

  private static Reply reply(Answer answer) {
    if (answer instanceof Answer.Started started) {
      return Reply.json(
          JsonText.builders().createObjectBuilder().add("sagaId", started.saga().value()).build());
    }
    if (answer instanceof Answer.Transitioned moved) {
      return outcome(moved.saga(), "transitioned", moved.state());
    }
    if (answer instanceof Answer.Ignored ignored) {
      return outcome(ignored.saga(), "ignored", ignored.state());
    }
    if (answer instanceof Answer.Refused refused) {
      return Reply.problem(problem(refused.refusal()));
    }
    return Reply.problem(unknown(((Answer.UnknownSaga) answer).saga().value()).problem());
  }

  static ProblemException unknown(String saga) {
    return new ProblemException(
        Problem.of(404, "Unknown saga", "There is no saga \"" + saga + "\" here."));
  }

  private static Reply outcome(SagaId saga, String outcome, String state) {
    return Reply.json(
        JsonText.builders()
            .createObjectBuilder()
            .add("sagaId", saga.value())
            .add("outcome", outcome)
            .add("currentState", state)
            .build());
  }

  private static Problem problem(Refusal refusal) {
    return switch (refusal.kind()) {
      case UNEXPECTED_EVENT -> Problem.of(409, "Unexpected event", refusal.detail());
      case MERGE_FAILED -> Problem.of(422, "Merge failed", refusal.detail());
      case UNKNOWN_STATE -> Problem.of(409, "Unknown state", refusal.detail());
      case INVALID_PAYLOAD -> Problem.of(422, "Invalid payload", refusal.detail(), faults(refusal));
    };
  }

  private static List<Problem.Fault> faults(Refusal refusal) {
    return refusal.violations().stream()
        .map(
            violation ->
                new Problem.Fault(
                    "/value/messagePayload" + violation.pointer(), violation.message()))
        .toList();
  }

  private static Reply failed(Throwable failure) {
    if (failure instanceof StoreUnavailableException) {
      String detail =
          "The store of the saga did not answer in time, or refused."
              + " Send the request again, with an Idempotency-Key if possible.";
      return Reply.problem(Problem.of(503, "Store unavailable", detail).retryAfter(1));
    }
    if (failure instanceof UnstorableException) {
      return Reply.problem(StoreAnswers.unstorable());
    }
    return Reply.problem(AnythingElseMapper.unforeseen(failure));
  }
}
