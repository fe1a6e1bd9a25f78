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

  /** The event is not expected in that state; the saga is unchanged. */
  record Ignored(SagaId saga, String state) implements Answer {}

  /** The event was refused; the saga is unchanged. */
  record Refused(SagaId saga, String state, Refusal refusal) implements Answer {}

  /** The message does not contain a valid event. */
  record Unreadable(SkipReason reason, String detail) implements Answer {}

  /** The message was already processed, by this node or another one. */
  record AlreadyConsumed() implements Answer {}

  /**
   * Earlier messages of the partition have not been processed yet, so this one was not processed
   * either. Read the partition again from its stored position.
   */
  record OutOfTurn() implements Answer {}

  /** The flow has no saga with that id. */
  record UnknownSaga(SagaId saga) implements Answer {}
}
