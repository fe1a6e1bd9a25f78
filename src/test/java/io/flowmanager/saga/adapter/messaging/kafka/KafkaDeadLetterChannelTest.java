// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.messaging.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowmanager.platform.kafka.BrokerWatch;
import io.flowmanager.saga.application.inbox.DeadLetter;
import io.flowmanager.saga.application.inbox.LogPartition;
import io.flowmanager.saga.application.inbox.RawMessage;
import io.flowmanager.saga.application.inbox.RefusedDeadLetterException;
import io.flowmanager.saga.application.store.SkipReason;
import io.flowmanager.saga.domain.flow.FlowName;
import io.flowmanager.testing.DaemonThreads;
import io.flowmanager.testing.kafka.BrokerOfTheClass;
import io.flowmanager.testing.kafka.KafkaAccesses;
import io.flowmanager.testing.kafka.KafkaProbe.ReceivedRecord;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Sending dead letters to topics of a real broker with limits of their own. */
class KafkaDeadLetterChannelTest {

  @RegisterExtension static final BrokerOfTheClass KAFKA = new BrokerOfTheClass();

  private static final AtomicInteger TOPICS = new AtomicInteger();
  private static final String HEADERS = "[[\"h\",\"MQ==\"],[\"h\",\"Mg==\"]]";
  private static final int BOUND_SECONDS = 60;

  private final String topic = "dead-" + TOPICS.incrementAndGet();
  private final KafkaDeadLetterChannel channel =
      new KafkaDeadLetterChannel(
          topic,
          topic,
          new BrokerWatch(topic, () -> KafkaAccesses.plain(KAFKA.broker()), Clock.systemUTC()),
          Duration.ofSeconds(5));

  @AfterEach
  void close() {
    channel.close(Duration.ofSeconds(2));
  }

  private void open(Map<String, String> configs) {
    KAFKA.probe().createTopic(topic, 1, configs);
    channel.start(new DaemonThreads());
  }

  private static DeadLetter letter(long offset, Optional<String> key, String value) {
    var partition = new LogPartition(new FlowName("order"), "events", "group", "topic", 3);
    var message =
        new RawMessage(
            key.map(KafkaDeadLetterChannelTest::bytes), Optional.of(bytes(value)), HEADERS);
    return new DeadLetter(
        partition, offset, message, SkipReason.MALFORMED, "It is no JSON.", Instant.EPOCH);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void send(DeadLetter... letters) {
    CompletableFuture.allOf(
            Stream.of(letters)
                .map(letter -> channel.send(letter).toCompletableFuture())
                .toArray(CompletableFuture[]::new))
        .orTimeout(BOUND_SECONDS, TimeUnit.SECONDS)
        .join();
  }

  private List<ReceivedRecord> received(int count) {
    return KAFKA.probe().awaitRecords(topic, count).stream()
        .sorted((one, other) -> offset(one).compareTo(offset(other)))
        .toList();
  }

  private static String offset(ReceivedRecord letter) {
    return letter.headers().get("flow-manager-offset");
  }

  @Test
  void letterThatIsTooLargeGoesWithoutItsValueAndSaysSo() {
    open(Map.of());

    send(
        letter(0, Optional.of("a"), "no JSON"),
        letter(1, Optional.of("b"), "x".repeat(1_048_400)),
        letter(2, Optional.of("c"), "no JSON either"));

    List<ReceivedRecord> letters = received(3);
    assertThat(letters)
        .extracting(ReceivedRecord::value)
        .containsExactly("no JSON", null, "no JSON either");
    assertThat(letters.get(1).key()).isEqualTo("b");
    assertThat(letters.get(1).headers())
        .containsEntry("flow-manager-omitted", "value")
        .containsEntry("flow-manager-value-bytes", "1048400")
        .containsEntry("flow-manager-reason", "malformed")
        .containsEntry("h", "2");
    assertThat(letters.get(0).headers()).doesNotContainKey("flow-manager-omitted");
  }

  @Test
  void letterThatTheTopicTakesGoesWholeHoweverLargeItIs() {
    open(Map.of("max.message.bytes", "5000000"));

    send(letter(0, Optional.of("a"), "x".repeat(3_000_000)));

    assertThat(received(1).get(0).value()).hasSize(3_000_000);
  }

  @Test
  void letterWithALargeKeyGoesWithoutKeyAndHeadersAndSaysSo() {
    open(Map.of());

    send(letter(0, Optional.of("k".repeat(1_048_400)), "no JSON"));

    ReceivedRecord letter = received(1).get(0);
    assertThat(letter.key()).isNull();
    assertThat(letter.value()).isNull();
    assertThat(letter.headers())
        .containsEntry("flow-manager-omitted", "value,key,headers")
        .containsEntry("flow-manager-topic", "topic")
        .containsEntry("flow-manager-partition", "3")
        .doesNotContainKey("h");
  }

  @Test
  void topicThatIsSmallerThanAnyLetterRefusesEach() {
    open(Map.of("max.message.bytes", "100"));

    assertRefused(letter(0, Optional.of("a"), "no JSON"), "larger than");
  }

  @Test
  void letterThatTheTopicNeverTakesIsRefusedAndTheOthersGo() {
    open(Map.of("cleanup.policy", "compact"));

    assertRefused(letter(0, Optional.empty(), "no JSON"), "Compacted topic");
    send(letter(1, Optional.of("a"), "no JSON"));

    assertThat(offset(received(1).get(0))).isEqualTo("1");
  }

  private void assertRefused(DeadLetter letter, String why) {
    assertThatThrownBy(() -> send(letter))
        .hasCauseInstanceOf(RefusedDeadLetterException.class)
        .hasMessageContaining(why);
  }

  @Test
  void topicThatIsMissingIsNoFaultOfTheLetterAndClosingDoesNotWaitForIt() {
    channel.start(new DaemonThreads());
    CompletableFuture<Void> waiting =
        channel.send(letter(0, Optional.of("a"), "no JSON")).toCompletableFuture();

    assertThatThrownBy(() -> waiting.orTimeout(BOUND_SECONDS, TimeUnit.SECONDS).join())
        .rootCause()
        .isNotInstanceOf(RefusedDeadLetterException.class);

    channel.send(letter(1, Optional.of("a"), "no JSON"));
    long before = System.nanoTime();
    channel.close(Duration.ofSeconds(2));
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
  }
}
