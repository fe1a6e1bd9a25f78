// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.testing.Await;
import io.flowmanager.testing.participant.Conduct;
import io.flowmanager.testing.participant.Participant;
import io.flowmanager.testing.participant.ReceivedCommand;
import io.flowmanager.testing.server.FlowClient;
import io.flowmanager.testing.server.PackagedServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server is killed after an event is stored and before its command has been taken. */
class CrashBeforeSendSystemIT {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final int EVENTS = 5;

  @TempDir private Path folder;

  @Test
  void theCommandsLeaveAfterTheRestartWithTheirIdsAndInOrder() {
    try (Participant clerk = Participant.open();
        PackagedServer server = LedgerServer.in(folder, clerk).start()) {
      FlowClient ledgers = LedgerServer.ledgersOf(server);
      clerk.at("/ledger", command -> 503);
      String refused = ledgers.start("{}");
      clerk.awaitCommands(refused, 1, SOON);
      clerk.goDown();
      String unsent = ledgers.start("{}");
      for (int i = 0; i < EVENTS; i++) {
        ledgers.move(unsent, "noted", "{\"n\":" + i + "}");
      }

      server.kill9();
      clerk.at("/ledger", Conduct.ACCEPT);
      clerk.comeBack();
      int callsBefore = clerk.callsFor(refused).size();
      assertThat(clerk.commandsFor(unsent)).isEmpty();
      server.start();

      List<ReceivedCommand> late = clerk.awaitCommands(unsent, 1 + EVENTS, SOON);
      assertThat(late)
          .extracting(ReceivedCommand::body)
          .containsExactly(
              body(unsent, "{}"),
              body(unsent, "{\"n\":0}"),
              body(unsent, "{\"n\":1}"),
              body(unsent, "{\"n\":2}"),
              body(unsent, "{\"n\":3}"),
              body(unsent, "{\"n\":4}"));
      assertThat(late)
          .extracting(ReceivedCommand::id)
          .containsExactly(
              unsent + ".0",
              unsent + ".1",
              unsent + ".2",
              unsent + ".3",
              unsent + ".4",
              unsent + ".5");
      Await.until(
          "the repeat of the command that was refused",
          SOON,
          () -> clerk.callsFor(refused).size() > callsBefore);
      assertThat(clerk.commandsFor(refused)).containsExactly(refused + ".0");
    }
  }

  private static String body(String saga, String payload) {
    return "{\"key\":\"%s\",\"value\":{\"messageLabel\":\"file\",\"messagePayload\":%s}}"
        .formatted(saga, payload);
  }
}
