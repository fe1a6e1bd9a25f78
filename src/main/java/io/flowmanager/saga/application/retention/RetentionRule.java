// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.retention;

import io.flowmanager.saga.application.flow.Flow;
import io.flowmanager.saga.domain.flow.FlowName;
import io.flowmanager.saga.domain.flow.PersistenceDefinition;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long the sagas of a flow are kept ({@code settings.retention}).
 *
 * @param idPrefix of the ids of its new sagas
 * @param after how long after its final step a saga goes
 * @param archives whether it goes into the archive first
 */
public record RetentionRule(FlowName flow, String idPrefix, Duration after, boolean archives) {

  /** Whether the flow's sagas are in the server's own database. */
  static boolean isFor(Flow flow) {
    return flow.definition().persistence() instanceof PersistenceDefinition.Jpa;
  }

  /** None for a flow that keeps all, or whose sagas are elsewhere. */
  static Optional<RetentionRule> of(Flow flow) {
    var settings = flow.definition().settings().retention();
    return settings
        .after()
        .filter(after -> isFor(flow))
        .map(
            after ->
                new RetentionRule(flow.name(), flow.sagaIdPrefix(), after, settings.archives()));
  }

  /** The latest final step of a saga that goes now. */
  Instant cutoff(Instant now) {
    return now.minus(after);
  }

  /** Whether the saga's time is over. */
  boolean isOver(StoredSaga saga, Instant now) {
    return saga.isFinal() && !saga.updatedAt().isAfter(cutoff(now));
  }
}
