// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.messaging.kafka;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.saga.application.engine.EngineRequest;
import io.flowmanager.saga.application.inbox.LogPosition;
import io.flowmanager.saga.application.inbox.MessageContent;
import io.flowmanager.saga.application.inbox.RawMessage;
import io.flowmanager.saga.application.inbox.ReadMessage;
import io.flowmanager.saga.application.store.SkipReason;
import jakarta.json.JsonArrayBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * Converts records to requests of the engine.
 *
 * @param keepsDeadLetters whether a record that is not applied becomes a dead letter
 */
record RecordReader(ReadMessage messages, boolean keepsDeadLetters) {

  EngineRequest.Consume read(LogPosition position, ConsumerRecord<byte[], byte[]> entry) {
    Optional<byte[]> key = Optional.ofNullable(entry.key());
    Optional<byte[]> value = Optional.ofNullable(entry.value());
    Optional<String> saga = key.map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    Optional<RawMessage> raw =
        keepsDeadLetters
            ? Optional.of(new RawMessage(key, value, headers(entry)))
            : Optional.empty();
    return new EngineRequest.Consume(position, content(saga, value), raw);
  }

  /** A record that makes the reader fail would make it fail every time. */
  private MessageContent content(Optional<String> saga, Optional<byte[]> value) {
    try {
      return messages.handle(saga, value, Optional.empty());
    } catch (RuntimeException e) {
      return new MessageContent.Unreadable(SkipReason.FAILED, "It cannot be read: " + e);
    }
  }

  private static String headers(ConsumerRecord<byte[], byte[]> entry) {
    JsonArrayBuilder headers = JsonText.builders().createArrayBuilder();
    for (Header header : entry.headers()) {
      byte[] value = header.value() == null ? new byte[0] : header.value();
      headers.add(
          JsonText.builders()
              .createArrayBuilder()
              .add(header.key())
              .add(Base64.getEncoder().encodeToString(value)));
    }
    return JsonText.write(headers.build());
  }
}
