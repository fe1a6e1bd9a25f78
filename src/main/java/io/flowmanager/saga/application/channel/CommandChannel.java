// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.channel;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadFactory;

/**
 * Sends commands over one channel. Thread-safe; calls return at once.
 *
 * <p>The relay never sends two commands of one saga at the same time. It holds no lock and no
 * transaction during a call, because a participant may answer with an event before the call
 * returns.
 */
public interface CommandChannel extends AutoCloseable {

  /**
   * Starts connecting, on threads of the factory, and returns at once, whether or not the other
   * side can be reached. Called once, before the first {@link #send}. A channel that needs no
   * thread of its own does nothing.
   */
  default void start(ThreadFactory threads) {}

  /**
   * Sends the command. The stage completes when the other side has acknowledged it. Without an
   * acknowledgement within the configured time, it completes exceptionally, and the command will be
   * sent again with the same id.
   *
   * <p>This method does not throw: every failure completes the stage. Its message names the address
   * of the other side and contains no secret. If a secret cannot be read, the send fails; the next
   * send reads it again.
   */
  CompletionStage<Void> send(Outgoing message);

  /**
   * Whether the other side can be reached now; empty for a channel that keeps no connection. Cheap:
   * it makes no call.
   */
  Optional<Connection> connection();

  /**
   * Closes the connections within a few seconds, whether or not the other side responds. Running
   * sends complete or fail, within the time limit of a send.
   */
  @Override
  void close();
}
