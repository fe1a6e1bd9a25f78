// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.inbox;

import io.flowmanager.saga.application.channel.Connection;
import java.time.Duration;
import java.util.concurrent.ThreadFactory;

/**
 * One way for events to come in by themselves: the reading side of a broker channel. It hands over
 * what it reads in the broker's order per saga, and lets the broker forget a message only when what
 * it did is durable.
 *
 * <p>A stop has two steps, {@link #hold} and {@link #close}, so that what was taken in can be
 * finished in between.
 */
public interface EventSource {

  /**
   * Begins to read, on threads of the factory, and returns at once. A broker that is away is tried
   * again until it is there, now and whenever it goes away later.
   */
  void start(ThreadFactory threads);

  /** Whether the broker can be reached now. Cheap: asks nobody. */
  Connection connection();

  /** From now on nothing more is taken in. What was handed over may still be answered. */
  void hold();

  /**
   * Commits what has been answered, closes the connection to the broker and ends all threads,
   * within about that time. What has not been answered will be read again.
   */
  void close(Duration timeout);
}
