// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.testing.participant.Participant;
import io.flowmanager.testing.server.FlowClient;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Compares what is stored and what has arrived with what was promised. */
record LedgerAudit(FlowClient ledgers, Participant clerk) {

  private static final Duration BOUND = Duration.ofSeconds(60);

  /**
   * Every promised event is there, the history has no gap, and the clerk gets every command in
   * order, whatever was killed.
   *
   * @param unanswered how many events of a saga may be there that nobody got an answer for
   */
  void check(Map<String, Set<String>> promised, int unanswered) {
    assertThat(promised).isNotEmpty();
    promised.forEach((saga, events) -> check(saga, events, unanswered));
  }

  private void check(String saga, Set<String> events, int unanswered) {
    JsonObject document = ledgers.read(saga);
    Set<String> stored = document.getJsonObject("metadata").keySet();
    assertThat(stored).as("events of %s", saga).containsAll(events);
    assertThat(stored.size() - events.size()).as("unanswered").isLessThanOrEqualTo(unanswered);

    JsonObject history = document.getJsonObject("history");
    assertThat(history.getJsonArray("events")).as("events of %s", saga).hasSize(1 + stored.size());
    assertThat(history.getJsonArray("states")).as("states of %s", saga).hasSize(1 + stored.size());
    checkCommands(saga, stored.size());
  }

  private void checkCommands(String saga, int last) {
    List<String> inOrder = IntStream.rangeClosed(0, last).mapToObj(i -> saga + "." + i).toList();
    clerk.awaitCommands(saga, inOrder.size(), BOUND);
    assertThat(clerk.commandsFor(saga)).containsExactlyElementsOf(inOrder);
  }
}
