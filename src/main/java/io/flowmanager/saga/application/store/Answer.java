// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.store;

import io.flowmanager.saga.domain.Refusal;
import io.flowmanager.saga.domain.SagaId;

/** The result of a request to the engine, once it is stored. */
public sealed interface Answer {

  /** A saga has been started, now or by an earlier call with the same key. */
  record Started(SagaId saga) implements Answer {}

  /** The event moved the saga to that state. */
  record Transitioned(SagaId saga, String state) implements Answer {}

  /** The saga does not wait for the event in that state. */
  record Ignored(SagaId saga, String state) implements Answer {}

  /** The event was not taken; the saga is as it was. */
  record Refused(SagaId saga, String state, Refusal refusal) implements Answer {}

  /** The message holds no event. */
  record Unreadable(SkipReason reason, String detail) implements Answer {}

  /** The message has been handled before, by this node or another one. */
  record AlreadyConsumed() implements Answer {}

  /**
   * Messages before this one in its partition have not been handled, so it was left alone: read the
   * partition again from its stored position.
   */
  record OutOfTurn() implements Answer {}

  /** No saga of the flow has that id. */
  record UnknownSaga(SagaId saga) implements Answer {}
}
