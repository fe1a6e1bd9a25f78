// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain;

import java.util.List;
import java.util.Optional;

/** What an event means for a saga. A decision changes nothing by itself. */
public sealed interface Decision {

  /**
   * The saga enters a state.
   *
   * @param saga the saga as it is from now on
   * @param entry its new history entry
   * @param command to be retried until it is delivered
   * @param sideEffects to be tried once, after the saga is stored
   */
  record Transitioned(
      Saga saga, HistoryEntry entry, Optional<Command> command, List<Command> sideEffects)
      implements Decision {}

  /** The current state does not expect such an event, and the flow ignores it. */
  record Ignored(Saga saga) implements Decision {}

  /** The event is refused; the saga is not changed. */
  record Refused(Saga saga, Refusal refusal) implements Decision {}
}
