// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.remote;

import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.FlowName;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Optional;

/**
 * One worker's claim to a saga of a service, and the document that the service is to get.
 *
 * @param holder names the one worker, on whatever node, that may work on the saga
 * @param leasedUntil afterwards anybody may take the saga over
 * @param document of a step that is decided and stored here, and that the service is not known to
 *     have; its commands wait until it has it
 */
public record Intent(
    SagaId saga, FlowName flow, String holder, Instant leasedUntil, Optional<JsonObject> document) {

  Intent heldBy(String worker, Instant until) {
    return new Intent(saga, flow, worker, until, document);
  }

  /** The lease is as long as at the beginning again, for the write of the document. */
  Intent with(JsonObject next, Instant until) {
    return new Intent(saga, flow, holder, until, Optional.of(next));
  }

  Intent done() {
    return new Intent(saga, flow, holder, leasedUntil, Optional.empty());
  }

  boolean isFree(Instant now) {
    return !leasedUntil.isAfter(now);
  }
}
