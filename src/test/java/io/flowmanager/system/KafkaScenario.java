// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.testing.Await;
import io.flowmanager.testing.kafka.KafkaProbe;
import io.flowmanager.testing.kafka.KafkaProbe.ReceivedRecord;
import io.flowmanager.testing.kafka.StairsFlow;
import io.flowmanager.testing.kafka.StairsParticipant;
import io.flowmanager.testing.server.FlowClient;
import io.flowmanager.testing.server.FlowsOfTheRun;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Commands and events over Kafka. */
interface KafkaScenario extends ServerScenario {

  private FlowClient stairs() {
    return FlowClient.of(http(), FlowsOfTheRun.STAIRS);
  }

  private static StairsFlow flow() {
    return FlowsOfTheRun.stairs();
  }

  @Test
  default void commandsAndEventsCarryASagaToItsEnd() {
    String saga = stairs().start("{\"a\": 1}");

    try (StairsParticipant participant = StairsParticipant.at(flow())) {
      Await.until("the saga ends", SOON, () -> stairs().stateOf(saga).equals("s3"));
      assertThat(participant.commandsOf(saga)).startsWith(saga + ".0", saga + ".1", saga + ".2");
    }
    assertThat(stairs().read(saga).getJsonObject("metadata"))
        .hasToString("{\"a\":1,\"n0\":1,\"n1\":1,\"n2\":1}");
  }

  @Test
  default void largePayloadGoesInAndOut() {
    String saga = stairs().start("{}");
    String text = "x".repeat(900 * 1024);

    try (KafkaProbe probe = new KafkaProbe(flow().broker())) {
      say(probe, saga, "{\"messageLabel\":\"e0\",\"messagePayload\":{\"text\":\"" + text + "\"}}");

      Await.until("the saga moves", SOON, () -> stairs().stateOf(saga).equals("s1"));
      Await.until("its command leaves", SOON, () -> isSent(probe, saga + ".1"));
    }
  }

  private static boolean isSent(KafkaProbe probe, String command) {
    return probe.awaitRecords(flow().commands(), 1).stream()
        .anyMatch(entry -> command.equals(entry.headers().get("commandId")));
  }

  @Test
  default void messageThatLeadsToNothingIsPassedOnWithTheReason() {
    String saga = stairs().start("{}");

    try (KafkaProbe probe = new KafkaProbe(flow().broker())) {
      probe.send(flow().events(), saga, "garbage of " + saga, Map.of("trace", "t-1"));
      say(probe, saga, "{\"messageLabel\":\"e0\",\"messagePayload\":{}}");

      Await.until("the next event counts", SOON, () -> stairs().stateOf(saga).equals("s1"));
      Await.until("the letter is passed on", SOON, () -> isDead(probe, saga));
    }
    Await.until("it is counted", SOON, this::isCountedAsSkipped);
  }

  private boolean isCountedAsSkipped() {
    return http()
        .get("-/metrics")
        .body()
        .contains("flow_manager_messages_skipped_total{channel=\"kafka\",flow=\"stairs\"");
  }

  private static boolean isDead(KafkaProbe probe, String saga) {
    return probe.awaitRecords(flow().deadLetters(), 1).stream()
        .filter(letter -> ("garbage of " + saga).equals(letter.value()))
        .anyMatch(KafkaScenario::saysWhy);
  }

  private static boolean saysWhy(ReceivedRecord letter) {
    return letter.headers().get("trace").equals("t-1")
        && letter.headers().get("flow-manager-reason").equals("malformed")
        && letter.headers().get("flow-manager-topic").equals(flow().events());
  }

  private static void say(KafkaProbe probe, String saga, String value) {
    probe.send(flow().events(), saga, value, Map.of());
  }
}
