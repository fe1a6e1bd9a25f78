// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.messaging.kafka;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.saga.application.inbox.DeadLetter;
import io.flowmanager.saga.application.inbox.LogPartition;
import jakarta.json.JsonArray;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * How much of a message a dead letter contains. Each form after the first names what is missing.
 */
enum DeadLetterForm {
  WHOLE(List.of()),
  WITHOUT_VALUE(List.of("value")),
  BARE(List.of("value", "key", "headers"));

  private static final String PREFIX = "flow-manager-";

  private final List<String> omitted;

  DeadLetterForm(List<String> omitted) {
    this.omitted = omitted;
  }

  /** The next smaller form, if there is one. */
  Optional<DeadLetterForm> smaller() {
    return Arrays.stream(values()).filter(form -> form.ordinal() == ordinal() + 1).findFirst();
  }

  /**
   * @throws RuntimeException when the stored headers cannot be read
   */
  ProducerRecord<byte[], byte[]> entry(String topic, DeadLetter letter) {
    byte[] key = omitted.contains("key") ? null : letter.message().key().orElse(null);
    byte[] value = omitted.contains("value") ? null : letter.message().value().orElse(null);
    var entry = new ProducerRecord<>(topic, key, value);
    if (!omitted.contains("headers")) {
      addHeadersOfTheMessage(entry, letter);
    }
    ours(letter)
        .forEach(
            (name, text) ->
                entry.headers().add(PREFIX + name, text.getBytes(StandardCharsets.UTF_8)));
    return entry;
  }

  private static void addHeadersOfTheMessage(
      ProducerRecord<byte[], byte[]> entry, DeadLetter letter) {
    JsonArray headers = JsonText.parse(letter.message().headers()).asJsonArray();
    headers.stream()
        .map(JsonValue::asJsonArray)
        .forEach(
            pair ->
                entry
                    .headers()
                    .add(pair.getString(0), Base64.getDecoder().decode(pair.getString(1))));
  }

  private Map<String, String> ours(DeadLetter letter) {
    LogPartition partition = letter.partition();
    Map<String, String> ours = new LinkedHashMap<>();
    ours.put("reason", letter.reason().word());
    ours.put("detail", letter.detail());
    ours.put("flow", partition.flow().value());
    ours.put("channel", partition.channel());
    ours.put("topic", partition.topic());
    ours.put("partition", String.valueOf(partition.number()));
    ours.put("offset", String.valueOf(letter.offset()));
    ours.put("at", letter.at().toString());
    if (!omitted.isEmpty()) {
      ours.put("omitted", String.join(",", omitted));
      ours.put("value-bytes", String.valueOf(size(letter.message().value())));
    }
    return ours;
  }

  private static int size(Optional<byte[]> bytes) {
    return bytes.map(content -> content.length).orElse(0);
  }
}
