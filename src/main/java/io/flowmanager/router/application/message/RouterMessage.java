// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.application.message;

import io.flowmanager.router.application.call.CallKey;
import io.flowmanager.router.application.route.RoutedEvent;

/**
 * A message of a broker that is an event for a main saga, or a notification of a sub saga.
 *
 * @param key the same each time the message is read, and of no other message
 * @param event its saga is the message's key
 */
public record RouterMessage(Place place, Input input, CallKey key, RoutedEvent event) {

  /** What is done with a message. */
  public enum Input {
    /** As {@code POST /event}. */
    EVENT,
    /** As {@code POST /notify}. */
    NOTIFICATION
  }

  /** Where a broker keeps the message. */
  public record Place(String topic, int partition, long offset) {

    @Override
    public String toString() {
      return topic + "/" + partition + "/" + offset;
    }
  }

  /** Messages with the same queue are handled one after the other. */
  public record Queue(Input input, String saga) {}

  public Queue queue() {
    return new Queue(input, event.saga());
  }
}
