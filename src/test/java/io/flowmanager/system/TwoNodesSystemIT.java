// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.testing.ConcurrentRunner;
import io.flowmanager.testing.participant.Participant;
import io.flowmanager.testing.server.FlowClient;
import io.flowmanager.testing.server.HttpAnswer;
import io.flowmanager.testing.server.MariaDbServer;
import io.flowmanager.testing.server.PackagedServer;
import io.flowmanager.testing.server.PostgresLog;
import io.flowmanager.testing.server.PostgresServer;
import io.flowmanager.testing.server.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** Two servers on one database; nobody says which one handles which saga. */
class TwoNodesSystemIT {

  private static final Duration BOUND = Duration.ofSeconds(180);
  private static final int CLIENTS = 16;
  private static final int SAGAS = 200;
  private static final int EVENTS = 20;

  @TempDir private Path folder;

  private record Note(String saga, String key, FlowClient node) {}

  @Test
  void eventsOfTheSameSagasGoToBothAndEverySagaStaysWhole(TestReporter reporter)
      throws IOException {
    TestDatabase database = PostgresServer.freshDatabase();

    assertThatEverySagaStaysWhole(database, reporter);

    assertThat(new PostgresLog(database).errors()).isEmpty();
  }

  @Test
  void everySagaStaysWholeOnMariaDbAsWell(TestReporter reporter) throws IOException {
    assertThatEverySagaStaysWhole(MariaDbServer.freshDatabase(), reporter);
  }

  private void assertThatEverySagaStaysWhole(TestDatabase database, TestReporter reporter)
      throws IOException {
    long seed = System.nanoTime();
    reporter.publishEntry("seed", Long.toString(seed));
    try (Participant clerk = Participant.open();
        PackagedServer one = node("one", clerk, database);
        PackagedServer other = node("other", clerk, database)) {
      one.awaitReady();
      other.awaitReady();
      List<FlowClient> nodes = List.of(LedgerServer.ledgersOf(one), LedgerServer.ledgersOf(other));
      List<String> sagas =
          IntStream.range(0, SAGAS).mapToObj(i -> nodes.get(i % 2).start("{}")).toList();

      sendAll(notes(sagas, nodes, new Random(seed)));

      new LedgerAudit(nodes.get(0), clerk).check(expected(sagas), 0);
    }
  }

  private PackagedServer node(String name, Participant clerk, TestDatabase database)
      throws IOException {
    Path home = Files.createDirectory(folder.resolve(name));
    return LedgerServer.in(home, clerk).with(database.settings()).launch();
  }

  private static List<Note> notes(List<String> sagas, List<FlowClient> nodes, Random random) {
    List<Note> notes = new ArrayList<>();
    for (String saga : sagas) {
      keys().forEach(key -> notes.add(new Note(saga, key, nodes.get(random.nextInt(2)))));
    }
    Collections.shuffle(notes, random);
    return notes;
  }

  private static void sendAll(List<Note> notes) {
    try (ConcurrentRunner runner =
        ConcurrentRunner.of(
            CLIENTS,
            client ->
                IntStream.range(0, notes.size())
                    .filter(i -> i % CLIENTS == client)
                    .forEach(i -> send(notes.get(i))))) {
      runner.join(BOUND);
    }
  }

  private static void send(Note note) {
    HttpAnswer answer = note.node().send(note.saga(), "noted", "{\"" + note.key() + "\":true}");
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
  }

  private static Map<String, Set<String>> expected(List<String> sagas) {
    return sagas.stream().collect(Collectors.toMap(saga -> saga, saga -> Set.copyOf(keys())));
  }

  private static List<String> keys() {
    return IntStream.range(0, EVENTS).mapToObj(i -> "k" + i).toList();
  }
}
