// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.rest;

import io.flowmanager.platform.problem.Problem;
import io.flowmanager.platform.problem.ProblemException;
import io.flowmanager.platform.rest.SagaRequests;
import io.flowmanager.saga.domain.Event;
import io.flowmanager.saga.domain.EventId;
import io.flowmanager.saga.domain.SagaId;
import jakarta.json.JsonValue;
import java.util.Optional;

/** Events as callers send them. */
final class Envelopes {

  private Envelopes() {}

  /**
   * @throws ProblemException 400 for a body that is no envelope, 404 for a key that no saga can
   *     have
   */
  static Event event(JsonValue body, Optional<EventId> id) {
    var envelope = SagaRequests.event(body);
    SagaId saga = SagaId.find(envelope.key()).orElseThrow(() -> unknown(envelope.key()));
    return new Event(saga, envelope.label(), envelope.payload(), id);
  }

  static ProblemException unknown(String saga) {
    return new ProblemException(
        Problem.of(404, "Unknown saga", "There is no saga \"" + saga + "\" here."));
  }
}
