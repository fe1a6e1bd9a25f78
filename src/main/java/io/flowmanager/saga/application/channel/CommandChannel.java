// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.channel;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadFactory;

/**
 * Sends commands over one channel. Safe for use by many threads; calls return at once.
 *
 * <p>The relay never sends two commands of one saga at the same time. It calls with no lock and no
 * transaction open, because a participant may answer with an event before the call is over.
 */
public interface CommandChannel extends AutoCloseable {

  /**
   * Begins to connect, on threads of the factory, and returns at once, whether the other side can
   * be reached or not. Called once, before the first {@link #send}. A channel that needs no thread
   * of its own does nothing.
   */
  default void start(ThreadFactory threads) {}

  /**
   * Sends the command. The stage completes when the other side has it, within the time that the
   * channel is configured for; it completes exceptionally when that is not known to be so, and the
   * command will then be sent again, with the same id.
   *
   * <p>Nothing is thrown: every failure comes with the stage. Its message names the address of the
   * other side and holds no secret. Where a secret cannot be read, the send fails; it is read again
   * later.
   */
  CompletionStage<Void> send(Outgoing message);

  /**
   * Whether the other side can be reached now; empty for a channel that keeps no connection. Cheap:
   * it makes no call.
   */
  Optional<Connection> connection();

  /**
   * Closes connections, within a few seconds, whether the other side answers or not. Commands on
   * their way complete or fail, within the time of a send.
   */
  @Override
  void close();
}
