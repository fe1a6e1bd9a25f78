// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.testing.participant.Participant;
import io.flowmanager.testing.server.PackagedServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stop that is asked for, as a service manager or Ctrl-C does. */
class ShutdownSystemIT {

  private static final Duration BOUND = Duration.ofSeconds(120);
  private static final int CLIENTS = 16;
  private static final int MORE_THAN_IT_GETS_TO = 10_000;

  @TempDir private Path folder;

  @Test
  void aServerThatStopsUnderLoadFinishesWhatItTookInAndLosesNothing() {
    try (Participant clerk = Participant.open();
        PackagedServer server = LedgerServer.in(folder, clerk).start()) {
      Map<String, Set<String>> promised = stopUnderLoad(server);
      assertThat(server.log()).contains("Flow Manager has stopped.");
      assertThat(folder.resolve("data")).isNotEmptyDirectory();

      server.start();

      new LedgerAudit(LedgerServer.ledgersOf(server), clerk).check(promised, 1);
    }
  }

  @Test
  void aParticipantThatHangsHoldsTheStopUpNoLongerThanItsPatience() throws Exception {
    var isOver = new CountDownLatch(1);
    try (Participant clerk = Participant.open();
        PackagedServer server =
            LedgerServer.in(folder, clerk)
                .with("FLOW_MANAGER_RELAY_SEND_TIMEOUT", "PT60S")
                .with("FLOW_MANAGER_RELAY_LEASE", "PT90S")
                .with("FLOW_MANAGER_STOP_PATIENCE", "PT4S")
                .start()) {
      clerk.at("/ledger", command -> answerOnce(isOver));
      String saga = LedgerServer.ledgersOf(server).start("{}");
      clerk.awaitCommands(saga, 1, BOUND);

      assertThat(server.stop()).as("exit code: its command is in the outbox").isZero();

      assertThat(server.log())
          .contains("Sends did not end in time")
          .contains("Flow Manager has stopped.")
          .doesNotContain("did not stop within");
    } finally {
      isOver.countDown();
    }
  }

  private static int answerOnce(CountDownLatch isOver) {
    try {
      isOver.await();
      return 204;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 500;
    }
  }

  private static Map<String, Set<String>> stopUnderLoad(PackagedServer server) {
    try (LedgerLoad load =
        LedgerLoad.of(LedgerServer.ledgersOf(server), CLIENTS, MORE_THAN_IT_GETS_TO)) {
      load.awaitAnswers(20 * CLIENTS, BOUND);
      assertThat(server.stop()).as("exit code").isZero();
      return load.promises(BOUND);
    }
  }
}
