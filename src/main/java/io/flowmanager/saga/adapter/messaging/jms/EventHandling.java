// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.messaging.jms;

import io.flowmanager.saga.application.store.Answer;
import io.flowmanager.saga.application.store.SkipReason;
import io.flowmanager.saga.domain.Event;
import java.util.List;

/** Applies the events of a session's transaction to their sagas. Thread-safe. */
interface EventHandling {

  /**
   * @param answers one for each event, in their order
   * @param afterCommit to be run after the commit of the session's transaction
   */
  record Handled(List<Answer> answers, Runnable afterCommit) {}

  /**
   * To be called after a failure, before more messages are read, because the broker counts each
   * failed delivery. Throws if events could not be stored now.
   */
  void probe();

  /**
   * Handles the events, those of one saga in their order. If it throws, some events may have been
   * handled; a redelivery has no second effect. An event at which the engine fails repeatedly,
   * although the store is available, gets the answer {@link SkipReason#FAILED} if its failure can
   * be told from that of others.
   *
   * @throws InterruptedException if the channel is being stopped or the thread is interrupted
   */
  Handled handle(List<Event> events) throws InterruptedException;
}
