// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.inbox;

import io.flowmanager.saga.application.channel.Connection;
import java.time.Duration;
import java.util.concurrent.ThreadFactory;

/**
 * Reads events from a broker: the incoming side of a channel. It delivers events of one saga in the
 * broker's order, and acknowledges a message only when its effect is durable.
 *
 * <p>It is stopped in two steps, {@link #hold} and {@link #close}, so that messages already read
 * can be processed in between.
 */
public interface EventSource {

  /**
   * Starts reading, on threads of the factory, and returns at once. If the broker is unreachable,
   * now or later, it reconnects until it succeeds.
   */
  void start(ThreadFactory threads);

  /** Whether the broker can be reached now. Cheap: it makes no call. */
  Connection connection();

  /** Stops reading. Messages that were already delivered may still be answered. */
  void hold();

  /**
   * Acknowledges the messages that were answered, closes the connection to the broker and ends all
   * threads, within about that time. Messages without an answer will be read again.
   */
  void close(Duration timeout);
}
