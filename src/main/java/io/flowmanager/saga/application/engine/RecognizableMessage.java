// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.engine;

import io.flowmanager.saga.application.inbox.LogPosition;
import io.flowmanager.saga.domain.Event;
import io.flowmanager.saga.domain.EventId;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/** Gives the event of a message an id, so that it acts once, however often the message comes. */
final class RecognizableMessage {

  private RecognizableMessage() {}

  /**
   * The event of the message, which is readable. An event without an id gets one that is made from
   * its place: channel, group, topic, the topic's id, partition and offset.
   */
  static EngineRequest.Apply of(EngineRequest.Consume message) {
    Event event = message.toApply().orElseThrow();
    EventId id = event.id().orElseGet(() -> placeOf(message.position()));
    return new EngineRequest.Apply(
        message.position().partition().flow(),
        new Event(event.saga(), event.label(), event.payload(), Optional.of(id), event.checked()));
  }

  private static EventId placeOf(LogPosition position) {
    String place =
        position.partition()
            + " "
            + position.partition().group()
            + " "
            + position.end().log()
            + " "
            + position.next();
    UUID hash = UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8));
    return new EventId("message:" + hash);
  }
}
