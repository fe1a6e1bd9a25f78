// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package order.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.StringReader;
import order.participants.Command;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** A command as the flow manager writes it to a topic. */
final class CommandRecord {

  private CommandRecord() {}

  /**
   * Throws an {@link IllegalArgumentException} or a {@link jakarta.json.JsonException} when it is
   * no command.
   */
  static Command read(ConsumerRecord<String, String> found) {
    Header id = found.headers().lastHeader("commandId");
    if (id == null || found.key() == null || found.value() == null) {
      throw new IllegalArgumentException(
          "A command has a key, a value and the header commandId; this has not.");
    }
    try (JsonReader reader = Json.createReader(new StringReader(found.value()))) {
      return Command.from(new String(id.value(), UTF_8), found.key(), reader.readObject());
    }
  }
}
