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
   * Sends the command. The stage completes when the other side has the command, within the
   * configured time of the channel. It completes exceptionally when the other side may not have it;
   * the command is then sent again.
   */
  CompletionStage<Void> send(Outgoing message);

  /**
   * Whether the other side can be reached now; empty for a channel that keeps no connection. Cheap:
   * it makes no call.
   */
  Optional<Connection> connection();

  /** Closes connections. Commands that are being sent complete or fail. */
  @Override
  void close();
}
