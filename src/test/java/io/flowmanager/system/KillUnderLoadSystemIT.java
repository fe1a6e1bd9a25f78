// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.testing.participant.Participant;
import io.flowmanager.testing.server.MariaDbServer;
import io.flowmanager.testing.server.PackagedServer;
import io.flowmanager.testing.server.PostgresServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** Whoever got an answer may pull the plug. */
class KillUnderLoadSystemIT {

  private static final Duration BOUND = Duration.ofSeconds(120);
  private static final int CLIENTS = 16;
  private static final int EVENTS_EACH = 125;
  private static final int EVENTS = CLIENTS * EVENTS_EACH;

  @TempDir private Path folder;

  @Test
  void whatWasAnsweredIsThereAfterKill9OnH2(TestReporter reporter) {
    assertThatAnsweredEventsSurvive(Map.of(), reporter);
  }

  @Test
  void whatWasAnsweredIsThereAfterKill9OnPostgresql(TestReporter reporter) {
    assertThatAnsweredEventsSurvive(PostgresServer.freshDatabase().settings(), reporter);
  }

  @Test
  void whatWasAnsweredIsThereAfterKill9OnMariaDb(TestReporter reporter) {
    assertThatAnsweredEventsSurvive(MariaDbServer.freshDatabase().settings(), reporter);
  }

  private void assertThatAnsweredEventsSurvive(
      Map<String, String> database, TestReporter reporter) {
    long seed = System.nanoTime();
    reporter.publishEntry("seed", Long.toString(seed));
    int moment = new Random(seed).nextInt(EVENTS / 10, EVENTS * 9 / 10);
    try (Participant clerk = Participant.open();
        PackagedServer server = LedgerServer.in(folder, clerk).with(database).start()) {
      Map<String, Set<String>> promised = killAfter(moment, server);

      server.start();

      assertThat(promised.values().stream().mapToInt(Set::size).sum())
          .as("answered events, killed after %s", moment)
          .isBetween(moment, EVENTS);
      new LedgerAudit(LedgerServer.ledgersOf(server), clerk).check(promised, 1);
    }
  }

  private static Map<String, Set<String>> killAfter(int answers, PackagedServer server) {
    try (LedgerLoad load = LedgerLoad.of(LedgerServer.ledgersOf(server), CLIENTS, EVENTS_EACH)) {
      load.awaitAnswers(answers, BOUND);
      server.kill9();
      return load.promises(BOUND);
    }
  }
}
