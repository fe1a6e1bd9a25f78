// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.platform.json.UntrustedJson;
import io.flowmanager.saga.application.inbox.MessageContent.Readable;
import io.flowmanager.saga.application.inbox.MessageContent.Unreadable;
import io.flowmanager.saga.application.store.SkipReason;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadMessageTest {

  private static final String SOUND =
      "{\"messageLabel\": \"paid\", \"messagePayload\": {\"a\": 1}}";

  private final ReadMessage messages = new ReadMessage(new UntrustedJson(100));

  private MessageContent read(String value) {
    return messages.handle(
        Optional.of("saga"), Optional.of(value.getBytes(StandardCharsets.UTF_8)), Optional.empty());
  }

  @Test
  void aByteOrderMarkInFrontIsDropped() {
    assertThat(read("\uFEFF" + SOUND)).isInstanceOf(Readable.class).isEqualTo(read(SOUND));
  }

  @Test
  void aKeyThatStandsTwiceMakesAMessageUnreadable() {
    assertThat(read(SOUND.replace("\"a\": 1", "\"a\": 1, \"b\": [{\"c\": 1, \"c\": 2}]")))
        .isEqualTo(
            new Unreadable(
                SkipReason.MALFORMED,
                "The JSON has a key more than once in one object: /messagePayload/b/0/c."));
  }
}
