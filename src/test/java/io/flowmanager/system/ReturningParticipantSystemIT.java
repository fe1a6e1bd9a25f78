// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.testing.participant.Participant;
import io.flowmanager.testing.server.FlowClient;
import io.flowmanager.testing.server.PackagedServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReturningParticipantSystemIT {

  private static final int DOWN_SECONDS = 30;
  private static final int SAGAS = 8;
  private static final List<String> EVENTS = List.of("a", "b", "c", "d", "e");

  @TempDir private Path folder;

  @Test
  void whoWasDownForHalfAMinuteGetsEveryCommandInOrder() {
    try (Participant clerk = Participant.open();
        PackagedServer server = LedgerServer.in(folder, clerk).start()) {
      FlowClient ledgers = LedgerServer.ledgersOf(server);
      clerk.goDown();
      Map<String, Set<String>> sent =
          IntStream.range(0, SAGAS)
              .mapToObj(i -> ledgers.start("{}"))
              .collect(Collectors.toMap(saga -> saga, saga -> Set.copyOf(EVENTS)));

      sent.keySet().forEach(saga -> EVENTS.forEach(event -> note(ledgers, saga, event)));

      assertThat(comeBackLater(clerk)).succeedsWithin(Duration.ofSeconds(2 * DOWN_SECONDS));
      new LedgerAudit(ledgers, clerk).check(sent, 0);
      assertThat(server.log().split("Command not delivered")).as("news, not a flood").hasSize(2);
    }
  }

  private static CompletableFuture<Void> comeBackLater(Participant clerk) {
    return CompletableFuture.runAsync(
        clerk::comeBack, CompletableFuture.delayedExecutor(DOWN_SECONDS, TimeUnit.SECONDS));
  }

  private static void note(FlowClient ledgers, String saga, String event) {
    ledgers.move(saga, "noted", "{\"" + event + "\":true}");
  }
}
