// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.retention;

import io.flowmanager.saga.domain.flow.FlowName;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Counts what retention does, for metrics. Calls are cheap and never fail. */
public interface RetentionMeter {

  /** Sagas were deleted; to be called after the commit. */
  void deleted(FlowName flow, int sagas);

  /** Sagas were written into the archive. */
  void archived(FlowName flow, int sagas);

  /** Whether the flow keeps all its sagas. */
  void keepsAll(FlowName flow, boolean all);

  /**
   * @param finalSince when the flow's oldest finished saga made its final step, if it has one
   */
  void oldest(FlowName flow, Optional<Instant> finalSince);

  /** A round of this node has ended. */
  void roundEnded(Duration duration);
}
