// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.inbox;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadFactory;

/** Sends the dead letters of one channel to their destination. */
public interface DeadLetterChannel {

  /** Starts connecting, on threads of the factory, and returns at once. */
  void start(ThreadFactory threads);

  /**
   * Sends the dead letter, with the reason why it was not applied and its origin. A part that is
   * too large for the destination is omitted, and a header says so.
   *
   * @return completes when the destination has acknowledged it. Completes exceptionally, within a
   *     bounded time, when there is no acknowledgement; the dead letter will then be sent again.
   *     The exception is a {@link RefusedDeadLetterException} if the cause is this dead letter and
   *     others may succeed
   */
  CompletionStage<Void> send(DeadLetter letter);

  /** Closes the connections, within about that time. */
  void close(Duration timeout);
}
