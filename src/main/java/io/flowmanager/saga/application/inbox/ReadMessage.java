// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.inbox;

import io.flowmanager.platform.inject.SingletonBean;
import io.flowmanager.platform.json.JsonSyntaxException;
import io.flowmanager.platform.json.UntrustedJson;
import io.flowmanager.saga.application.inbox.MessageContent.Readable;
import io.flowmanager.saga.application.inbox.MessageContent.Unreadable;
import io.flowmanager.saga.application.store.SkipReason;
import io.flowmanager.saga.domain.Event;
import io.flowmanager.saga.domain.EventId;
import io.flowmanager.saga.domain.SagaId;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.JsonValue.ValueType;
import java.util.Optional;

/**
 * Reads a broker's messages (contract, "communicationProtocols"): the key is the saga id, the value
 * is {@code {"messageLabel": …, "messagePayload": …}}. Other members are ignored.
 */
@SingletonBean
public record ReadMessage(UntrustedJson json) {

  private static final String NO_KEY = "The message has no key; it must be the saga's id.";
  private static final String TOMBSTONE = "The message has no value.";

  @Inject
  public ReadMessage {}

  /**
   * The content of the message.
   *
   * @param id if present, the event takes effect once, however often it is received
   */
  public MessageContent handle(Optional<String> key, Optional<byte[]> value, Optional<EventId> id) {
    if (key.filter(text -> !text.isEmpty()).isEmpty()) {
      return new Unreadable(SkipReason.NO_KEY, NO_KEY);
    }
    if (value.isEmpty()) {
      return new Unreadable(SkipReason.TOMBSTONE, TOMBSTONE);
    }
    Optional<SagaId> saga = SagaId.find(key.get());
    if (saga.isEmpty()) {
      return new Unreadable(SkipReason.UNKNOWN_SAGA, "The message's key is not a valid saga id.");
    }
    try {
      return event(saga.get(), json.parse(value.get()), id);
    } catch (JsonSyntaxException e) {
      return malformed(e.getMessage());
    }
  }

  private static MessageContent event(SagaId saga, JsonValue value, Optional<EventId> id) {
    if (!(value instanceof JsonObject envelope)) {
      return malformed("The value is not a JSON object.");
    }
    if (!(envelope.get("messageLabel") instanceof JsonString label)) {
      return malformed("The value has no string \"messageLabel\".");
    }
    JsonValue payload = envelope.get("messagePayload");
    if (payload == null || !isObjectOrNull(payload)) {
      return malformed("The value has no object \"messagePayload\".");
    }
    return new Readable(new Event(saga, label.getString(), payload, id));
  }

  private static boolean isObjectOrNull(JsonValue payload) {
    return payload.getValueType() == ValueType.OBJECT || payload.getValueType() == ValueType.NULL;
  }

  private static MessageContent malformed(String detail) {
    return new Unreadable(SkipReason.MALFORMED, detail);
  }
}
