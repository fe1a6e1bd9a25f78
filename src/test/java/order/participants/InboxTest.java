// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package order.participants;

import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonValue;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboxTest {

  private static final Command FIRST =
      new Command("c-1", "order-1", "executePayment", JsonValue.EMPTY_JSON_OBJECT);
  private static final Command SECOND =
      new Command("c-2", "order-2", "executePayment", JsonValue.EMPTY_JSON_OBJECT);

  private Path file;

  @BeforeEach
  void chooseFile(@TempDir Path folder) {
    file = folder.resolve("inboxes/payment.jsonl");
  }

  @Test
  void commandIsNewOnce() throws Exception {
    try (Inbox inbox = Inbox.in(file)) {
      assertThat(inbox.accept(FIRST)).isTrue();
      assertThat(inbox.accept(FIRST)).isFalse();
      assertThat(inbox.accept(SECOND)).isTrue();
    }
  }

  @Test
  void commandsAreKnownAfterARestart() throws Exception {
    acceptFirstAndAnswerIt();

    try (Inbox inbox = Inbox.in(file)) {
      assertThat(inbox.accept(FIRST)).isFalse();
    }
  }

  @Test
  void onlyCommandsWithoutAnswerAreUnanswered() throws Exception {
    acceptFirstAndAnswerIt();

    try (Inbox inbox = Inbox.in(file)) {
      inbox.accept(SECOND);
      assertThat(inbox.unanswered()).containsExactly(SECOND);
    }
    try (Inbox inbox = Inbox.in(file)) {
      assertThat(inbox.unanswered()).containsExactly(SECOND);
    }
  }

  @Test
  void tornLastLineIsForgotten() throws Exception {
    acceptFirstAndAnswerIt();
    Files.writeString(file, "{\"accepted\": \"c-2\", \"comm", APPEND);

    try (Inbox inbox = Inbox.in(file)) {
      assertThat(inbox.accept(SECOND)).isTrue();
    }
    try (Inbox inbox = Inbox.in(file)) {
      assertThat(inbox.unanswered()).containsExactly(SECOND);
    }
  }

  private void acceptFirstAndAnswerIt() throws Exception {
    try (Inbox inbox = Inbox.in(file)) {
      inbox.accept(FIRST);
      inbox.answered(FIRST);
    }
  }
}
