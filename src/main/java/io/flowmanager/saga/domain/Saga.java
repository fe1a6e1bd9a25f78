// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain;

import io.flowmanager.saga.domain.flow.BusinessId;
import io.flowmanager.saga.domain.flow.FlowName;
import jakarta.json.JsonObject;
import java.time.Instant;

/**
 * A saga as it stands, without its history.
 *
 * @param flowVersion the content of the flow file that made the latest transition
 * @param sequence number of its latest change: that of its latest history entry, or a greater one
 *     when a document replaced the saga since; 0 is the creation
 * @param createdAt in milliseconds, as {@code updatedAt}
 */
public record Saga(
    SagaId id,
    FlowName flow,
    FlowVersion flowVersion,
    String associatedEntityId,
    Position position,
    JsonObject metadata,
    long sequence,
    Instant createdAt,
    Instant updatedAt) {

  /** The state of a saga in its machine, and the event that led there. */
  public record Position(
      String state, boolean isFinal, BusinessId businessState, String latestEvent) {}

  public String state() {
    return position.state();
  }
}
