// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.channel.kafka;

import static io.flowmanager.saga.adapter.channel.kafka.ChannelFixture.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.saga.application.channel.Outgoing;
import io.flowmanager.testing.kafka.KafkaAccesses;
import io.flowmanager.testing.kafka.KafkaBroker;
import io.flowmanager.testing.kafka.KafkaProbe;
import io.flowmanager.testing.kafka.KafkaProbe.ReceivedRecord;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class KafkaChannelTest {

  private static KafkaBroker broker;
  private static KafkaProbe probe;

  @BeforeAll
  static void start() {
    broker = KafkaBroker.start();
    probe = new KafkaProbe(broker);
  }

  @AfterAll
  static void stop() {
    probe.close();
    broker.close();
  }

  @Test
  void commandIsInEveryTopicWithKeyHeaderAndEnvelope() {
    probe.createTopic("happy-one", 3);
    probe.createTopic("happy-two", 1);
    try (var fixture = fixture("happy-one", "happy-two")) {
      assertThat(outcome(fixture.send("saga-1", 4))).isEmpty();

      for (String topic : new String[] {"happy-one", "happy-two"}) {
        assertThat(probe.awaitRecords(topic, 1)).hasSize(1).allSatisfy(KafkaChannelTest::isCommand);
      }
    }
  }

  private static void isCommand(ReceivedRecord entry) {
    assertThat(entry.key()).isEqualTo("saga-1");
    assertThat(entry.headers()).isEqualTo(Map.of("commandId", "saga-1.4"));
    assertThat(entry.value())
        .isEqualTo("{\"messageLabel\":\"reserve\",\"messagePayload\":{\"order\":1}}");
  }

  @Test
  void bodyOfAHookIsTheWholeValue() {
    probe.createTopic("hooked", 1);
    try (var fixture = fixture("hooked")) {
      var body = Optional.of(JsonText.parse("{\"mine\": true}").asJsonObject());
      var sent =
          fixture.channel.send(new Outgoing(ChannelFixture.command("saga-1", 0, "{}"), body));

      assertThat(outcome(sent.toCompletableFuture())).isEmpty();
      assertThat(probe.awaitRecords("hooked", 1))
          .extracting(ReceivedRecord::value)
          .containsExactly("{\"mine\":true}");
    }
  }

  @Test
  void commandsOfASagaShareAPartition() {
    probe.createTopic("spread", 4);
    try (var fixture = fixture("spread")) {
      for (int sequence = 0; sequence < 5; sequence++) {
        for (String saga : new String[] {"a", "b", "c", "d", "e"}) {
          assertThat(outcome(fixture.send(saga, sequence))).isEmpty();
        }
      }

      var records = probe.awaitRecords("spread", 25);
      assertThat(records).extracting(ReceivedRecord::partition).contains(0, 1);
      for (String saga : new String[] {"a", "b", "c", "d", "e"}) {
        assertThat(records.stream().filter(entry -> entry.key().equals(saga)))
            .extracting(entry -> entry.headers().get("commandId"))
            .containsExactly(saga + ".0", saga + ".1", saga + ".2", saga + ".3", saga + ".4");
      }
    }
  }

  @Test
  void commandThatIsTooLargeFailsWithItsSize() {
    probe.createTopic("narrow", 1);
    try (var fixture = fixture("narrow")) {
      String payload = "{\"text\": \"" + "x".repeat(1_100_000) + "\"}";
      var sent =
          fixture.channel.send(
              new Outgoing(ChannelFixture.command("saga-1", 0, payload), Optional.empty()));

      assertThat(outcome(sent.toCompletableFuture()).orElseThrow())
          .contains("narrow", "1100", "max.request.size");
      assertThat(outcome(fixture.send("saga-2", 0))).isEmpty();
    }
  }

  @Test
  void topicThatIsMissingFailsTheCommandWithinTheBound() {
    try (var fixture =
        new ChannelFixture(
            () -> KafkaAccesses.plain(broker), Duration.ofSeconds(2), "nobody-made-it")) {
      fixture.awaitUp();

      assertThat(outcome(fixture.send("saga-1", 0)).orElseThrow()).contains("nobody-made-it");

      probe.createTopic("nobody-made-it", 1);
      assertThat(fixture.deliver("saga-1", 0)).isLessThan(5);
    }
  }

  private static ChannelFixture fixture(String... topics) {
    return new ChannelFixture(() -> KafkaAccesses.plain(broker), topics);
  }
}
