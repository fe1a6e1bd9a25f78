// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.platform.json.UntrustedJson;
import io.flowmanager.saga.application.inbox.MessageContent;
import io.flowmanager.saga.application.inbox.ReadMessage;
import io.flowmanager.saga.application.inbox.Skipped;
import io.flowmanager.saga.application.store.Answer;
import io.flowmanager.saga.application.store.SkipReason;
import io.flowmanager.saga.domain.Refusal;
import io.flowmanager.saga.domain.Refusal.Violation;
import io.flowmanager.saga.domain.SagaId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What would keep a server busy becomes a dead letter when a broker brings it. */
class HostileMessageTest {

  private final ReadMessage reader = new ReadMessage(new UntrustedJson(100));

  @Test
  void aNumberOfMillionsOfDigitsMakesTheMessageUnreadable() {
    String value = "{\"messageLabel\":\"go\",\"messagePayload\":{\"amount\":1e10000000}}";

    MessageContent content =
        reader.handle(
            Optional.of("saga"),
            Optional.of(value.getBytes(StandardCharsets.UTF_8)),
            Optional.empty());

    assertThat(content)
        .isInstanceOfSatisfying(
            MessageContent.Unreadable.class,
            unreadable -> {
              assertThat(unreadable.reason()).isEqualTo(SkipReason.MALFORMED);
              assertThat(unreadable.detail()).contains("exponent is beyond 1000");
            });
  }

  @Test
  void anEventWhoseCheckWasStoppedIsSkippedAsRefused() {
    var stopped = new Violation("/s", "The check was stopped at \"pattern\": too long.");
    var refusal = new Refusal(Refusal.Kind.INVALID_PAYLOAD, "It breaks.", List.of(stopped));

    assertThat(Skipped.of(new Answer.Refused(new SagaId("s"), "a", refusal)))
        .map(Skipped::reason)
        .contains(SkipReason.REFUSED);
  }
}
