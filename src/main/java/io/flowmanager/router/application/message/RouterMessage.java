// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.application.message;

import io.flowmanager.router.application.call.CallKey;
import io.flowmanager.router.application.route.RoutedEvent;

/**
 * A message from a broker: an event for a main saga, or a notification of a sub saga.
 *
 * @param key unique to the message, and the same each time the message is read
 * @param event its saga id is the message's key
 */
public record RouterMessage(Place place, Input input, CallKey key, RoutedEvent event) {

  /** How a message is handled. */
  public enum Input {
    /** As {@code POST /event}. */
    EVENT,
    /** As {@code POST /notify}. */
    NOTIFICATION
  }

  /** The position of the message in the broker. */
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
