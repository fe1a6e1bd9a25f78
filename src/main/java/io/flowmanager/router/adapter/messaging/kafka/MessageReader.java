// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.adapter.messaging.kafka;

import io.flowmanager.platform.json.JsonSyntaxException;
import io.flowmanager.platform.json.UntrustedJson;
import io.flowmanager.router.application.call.CallKey;
import io.flowmanager.router.application.message.RouterMessage;
import io.flowmanager.router.application.message.RouterMessage.Place;
import io.flowmanager.router.application.route.RoutedEvent;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Reads records: the key is the saga's id, the value {@code {"messageLabel": …, "messagePayload":
 * {…}}}. Other members are ignored.
 */
record MessageReader(RouterTopics topics, UntrustedJson json) {

  private static final Pattern SAGA = Pattern.compile("\\P{Cntrl}{1,255}");

  /** The content of a record. */
  sealed interface Content {

    record Readable(RouterMessage message) implements Content {}

    /**
     * @param why in a sentence
     */
    record Unreadable(Place place, String why) implements Content {}
  }

  Content read(ConsumerRecord<byte[], byte[]> entry) {
    var place = new Place(entry.topic(), entry.partition(), entry.offset());
    if (entry.key() == null || entry.key().length == 0) {
      return new Content.Unreadable(place, "it has no key, which must be the saga's id.");
    }
    String saga = new String(entry.key(), StandardCharsets.UTF_8);
    if (!SAGA.matcher(saga).matches()) {
      return new Content.Unreadable(place, "its key is not a valid saga id.");
    }
    if (entry.value() == null) {
      return new Content.Unreadable(place, "it has no value.");
    }
    try {
      return event(place, entry, saga);
    } catch (JsonSyntaxException e) {
      return new Content.Unreadable(place, e.getMessage());
    }
  }

  private Content event(Place place, ConsumerRecord<byte[], byte[]> entry, String saga) {
    if (!(json.parse(entry.value()) instanceof JsonObject envelope)) {
      return new Content.Unreadable(place, "its value is not a JSON object.");
    }
    if (!(envelope.get("messageLabel") instanceof JsonString label)
        || label.getString().isBlank()) {
      return new Content.Unreadable(place, "its value has no string \"messageLabel\".");
    }
    if (!(envelope.get("messagePayload") instanceof JsonObject payload)) {
      return new Content.Unreadable(place, "its value has no object \"messagePayload\".");
    }
    var event = new RoutedEvent(saga, label.getString(), payload);
    return new Content.Readable(
        new RouterMessage(place, topics.input(place.topic()), key(place, entry), event));
  }

  /** Offsets start again when a topic is deleted and created again; timestamps do not. */
  private static CallKey key(Place place, ConsumerRecord<byte[], byte[]> entry) {
    return CallKey.of("kafka/" + place + "/" + entry.timestamp());
  }
}
