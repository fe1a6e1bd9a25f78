// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.messaging.jms;

import io.flowmanager.saga.application.store.Answer;
import io.flowmanager.saga.application.store.SkipReason;
import io.flowmanager.saga.domain.Event;
import java.util.List;

/** How the events of a session's transaction move their sagas. Safe for use by many threads. */
interface EventHandling {

  /**
   * @param answers one for each event, in their order
   * @param afterCommit to be run when the session's transaction has been committed
   */
  record Handled(List<Answer> answers, Runnable afterCommit) {}

  /**
   * To be called after a failure, before more is read: each failed try counts at the broker. Throws
   * when what is read now could not be stored.
   */
  void probe();

  /**
   * Handles the events, those of one saga in their order. When it throws, some may have been
   * handled; they act once though they come again. An event at which the engine fails again and
   * again, and not for want of the store, gets {@link SkipReason#FAILED} for an answer where that
   * can be told from the failure of others.
   *
   * @throws InterruptedException when the stop sign is up or the thread is told to end
   */
  Handled handle(List<Event> events) throws InterruptedException;
}
