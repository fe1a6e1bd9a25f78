// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.inbox;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadFactory;

/** Where the dead letters of one channel go. */
public interface DeadLetterChannel {

  /** Begins to connect, on threads of the factory; returns at once. */
  void start(ThreadFactory threads);

  /**
   * Passes the letter on, with why it was not applied and where it came from. What is too large for
   * the other side is left out, and the letter says so.
   *
   * @return completes when the other side has it; exceptionally, within a bound, when that is not
   *     known to be so, and the letter will then be sent again: with a {@link
   *     RefusedDeadLetterException} when the letter is the reason, so that others may be taken
   */
  CompletionStage<Void> send(DeadLetter letter);

  /** Closes connections, within about that time. */
  void close(Duration timeout);
}
