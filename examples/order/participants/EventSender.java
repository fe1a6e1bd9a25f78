// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package order.participants;

import java.util.concurrent.CompletableFuture;

/** The way of events to the flow manager. */
public interface EventSender {

  /**
   * Sends the answer to a command until it is taken.
   *
   * @return completes when the event is taken, or is refused for good
   */
  CompletableFuture<Void> send(Command command, Event event);
}
