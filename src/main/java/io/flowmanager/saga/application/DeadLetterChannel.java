// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application;

import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** Where the dead letters of one channel go. */
public interface DeadLetterChannel {

  /**
   * Passes the letter on, with why it led to nothing and where it came from. The stage completes
   * when the other side has it; exceptionally when that is not known to be so, and the letter will
   * then be sent again.
   */
  CompletionStage<Void> send(DeadLetter letter);

  /** Lets go of connections, within about that time. */
  void close(Duration patience);
}
