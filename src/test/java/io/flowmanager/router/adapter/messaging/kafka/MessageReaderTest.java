// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.adapter.messaging.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.platform.json.UntrustedJson;
import io.flowmanager.router.adapter.messaging.kafka.MessageReader.Content;
import io.flowmanager.router.application.message.RouterMessage;
import io.flowmanager.router.application.message.RouterMessage.Input;
import io.flowmanager.router.application.message.RouterMessage.Place;
import io.flowmanager.router.application.route.RoutedEvent;
import io.flowmanager.testing.JsonTexts;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageReaderTest {

  private static final String SOUND =
      "{\"messageLabel\": \"sent\", \"messagePayload\": {\"a\": 1}, \"more\": 2}";

  private final MessageReader reader =
      new MessageReader(new RouterTopics("g", "events", "news", 10), new UntrustedJson(100));

  private Content read(String topic, long timestamp, String key, String value) {
    return reader.read(
        new ConsumerRecord<>(
            topic,
            3,
            42,
            timestamp,
            TimestampType.CREATE_TIME,
            0,
            0,
            bytes(key),
            bytes(value),
            new RecordHeaders(),
            Optional.empty()));
  }

  private static byte[] bytes(String text) {
    return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
  }

  private RouterMessage message(String topic, long timestamp) {
    return ((Content.Readable) read(topic, timestamp, "m", SOUND)).message();
  }

  @Test
  void theTopicSaysWhatAMessageIs() {
    RouterMessage event = message("events", 7);

    assertThat(event.input()).isEqualTo(Input.EVENT);
    assertThat(event.place()).isEqualTo(new Place("events", 3, 42));
    assertThat(event.event())
        .isEqualTo(new RoutedEvent("m", "sent", JsonTexts.object("{\"a\": 1}")));
    assertThat(message("news", 7).input()).isEqualTo(Input.NOTIFICATION);
  }

  @Test
  void aMessageHasTheSameKeyEachTimeAndNoOtherHas() {
    assertThat(message("events", 7).key()).isEqualTo(message("events", 7).key());
    assertThat(message("events", 7).key())
        .isNotEqualTo(message("news", 7).key())
        .isNotEqualTo(message("events", 8).key());
    assertThat(message("t".repeat(249), 7).key().value()).hasSize(64);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "null",
      value = {
        "null | {} | no key",
        "'' | {} | no key",
        "m | null | no value",
        "m | no JSON | line 1",
        "m | {\"messageLabel\": \"a\", \"messagePayload\": {\"b\": 1, \"b\": 1}} |"
            + " /messagePayload/b",
        "m | [] | not a JSON object",
        "m | {\"messagePayload\": {}} | messageLabel",
        "m | {\"messageLabel\": \" \", \"messagePayload\": {}} | messageLabel",
        "m | {\"messageLabel\": \"a\"} | messagePayload",
        "m | {\"messageLabel\": \"a\", \"messagePayload\": null} | messagePayload",
        "m | {\"messageLabel\": \"a\", \"messagePayload\": []} | messagePayload"
      })
  void garbageIsToldFromMessages(String key, String value, String why) {
    Content content = read("events", 7, key, value);

    assertThat(content).isInstanceOf(Content.Unreadable.class);
    assertThat(((Content.Unreadable) content).why()).contains(why);
  }

  @Test
  void aByteOrderMarkInFrontIsDropped() {
    assertThat(read("events", 7, "m", "\uFEFF" + SOUND)).isEqualTo(read("events", 7, "m", SOUND));
  }

  @Test
  void aKeyThatNoStoreCanHoldIsGarbage() {
    assertThat(read("events", 7, "a\u0000b", SOUND)).isInstanceOf(Content.Unreadable.class);
    assertThat(read("events", 7, "x".repeat(256), SOUND)).isInstanceOf(Content.Unreadable.class);
  }
}
