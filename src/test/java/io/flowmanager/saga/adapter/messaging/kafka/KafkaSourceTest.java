// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.messaging.kafka;

import static io.flowmanager.testing.FlowBuilder.aFlow;
import static io.flowmanager.testing.StateBuilder.aState;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.saga.application.Channels;
import io.flowmanager.saga.application.DeadLetter;
import io.flowmanager.saga.application.Flow;
import io.flowmanager.saga.application.SagaChange;
import io.flowmanager.saga.domain.NewSaga;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.FlowName;
import io.flowmanager.testing.Await;
import io.flowmanager.testing.FlowBuilder;
import io.flowmanager.testing.JsonTexts;
import io.flowmanager.testing.kafka.KafkaBroker;
import io.flowmanager.testing.kafka.KafkaProbe;
import io.flowmanager.testing.store.MemoryStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Reading a real broker. Each event has one state in which it counts, so nothing can be repeated.
 */
@SuppressWarnings("try")
class KafkaSourceTest {

  private static final int STEPS = 10;

  /** More than are sent within the bound for two nodes, one every 20 ms. */
  private static final int MANY = 6500;

  private static final Duration BOUND = Duration.ofSeconds(60);
  private static final FlowName FLOW = new FlowName("order");
  private static final AtomicInteger TOPICS = new AtomicInteger();
  private static final int PARTITIONS = 4;

  private static KafkaBroker broker;

  private final MemoryStore store = new MemoryStore();
  private final Flow flow = stairs();
  private final String topic = "events-" + TOPICS.incrementAndGet();
  private final KafkaProbe probe = new KafkaProbe(broker);

  @BeforeAll
  static void startBroker() {
    broker = KafkaBroker.start();
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @AfterEach
  void closeProbe() {
    probe.close();
  }

  private static Flow stairs() {
    FlowBuilder flow = aFlow();
    for (int i = 0; i < STEPS; i++) {
      flow.with(aState("s" + i).on("e" + i, "s" + (i + 1)));
    }
    return flow.with(aState("s" + STEPS).isFinal()).build();
  }

  private KafkaNode node() {
    var input =
        new KafkaInput(
            new Channels.Key(FLOW, "events"), "group-" + topic, List.of(topic), true, 100);
    return new KafkaNode(store, flow, input, broker).start();
  }

  @Test
  void everySagaClimbsItsStairs() {
    probe.createTopic(topic, PARTITIONS);
    start(50);
    try (KafkaNode node = node()) {
      sendStairs(0, 50);
      awaitFinal(50);
    }

    assertEveryStepOnce(50);
    assertThat(committed()).isEqualTo(50 * STEPS);
  }

  @Test
  void whatWasSentBeforeTheFirstStartIsRead() {
    probe.createTopic(topic, PARTITIONS);
    start(5);
    sendStairs(0, 5);

    try (KafkaNode node = node()) {
      awaitFinal(5);
    }
  }

  @Test
  void nodeThatComesBackGoesOnFromTheStoredPositions() {
    probe.createTopic(topic, PARTITIONS);
    start(20);
    sendStairs(0, 10);
    try (KafkaNode node = node()) {
      awaitFinal(10);
    }
    sendStairs(10, 20);
    KafkaNode back;

    try (KafkaNode node = node()) {
      awaitFinal(20);
      back = node;
    }

    assertThat(back.answers).hasSize(10 * STEPS);
  }

  @Test
  void storeThatIsAwayForAWhileLosesNothing() {
    probe.createTopic(topic, PARTITIONS);
    start(30);
    try (KafkaNode node = node()) {
      sendStairs(0, 10);
      awaitFinal(10);
      node.storeIsDown = true;
      sendStairs(10, 30);
      Await.until("batches fail", BOUND, () -> node.failures.get() > 0);
      node.storeIsDown = false;
      awaitFinal(30);
    }

    assertEveryStepOnce(30);
  }

  @Test
  void slowStoreCostsNoMembership() {
    probe.createTopic(topic, PARTITIONS);
    start(10);
    try (KafkaNode node = node()) {
      sendStairs(0, 5);
      awaitFinal(5);
      String member = member();
      try (var locked = store.begin()) {
        sendStairs(5, 10);
        Await.until("the longest pause between polls is over", BOUND, KafkaNode.pollsOverdue());
      }
      awaitFinal(10);
      assertThat(member()).isEqualTo(member);
    }

    assertEveryStepOnce(10);
  }

  @Test
  void closedNodeLeavesNoThread() {
    probe.createTopic(topic, 1);
    start(1);
    KafkaNode closed;
    try (KafkaNode node = node()) {
      sendStairs(0, 1);
      awaitFinal(1);
      closed = node;
    }

    assertThat(closed.threads).isNotEmpty().noneMatch(Thread::isAlive);
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .noneMatch(name -> name.contains("group-" + topic));
  }

  /** Who Kafka thinks is the only member of the group. */
  private String member() {
    String group = "group-" + topic;
    try {
      return probe
          .admin()
          .describeConsumerGroups(List.of(group))
          .describedGroups()
          .get(group)
          .get()
          .members()
          .iterator()
          .next()
          .consumerId();
    } catch (Exception e) {
      throw new AssertionError("The broker does not tell its members.", e);
    }
  }

  @Test
  void nodesThatComeAndGoHandleEachEventOnce() {
    probe.createTopic(topic, PARTITIONS);
    start(MANY);
    int sent;
    try (KafkaNode first = node()) {
      try (KafkaNode second = node()) {
        sent = sendUntilAnswersCome(second, 0);
      }
      KafkaNode third = node();
      sent = sendUntilAnswersCome(third, sent);
      third.die();
      awaitFinal(sent);
    }

    assertEveryStepOnce(sent);
  }

  /** Goes on, saga by saga, as long as the node is not part of the group. */
  private int sendUntilAnswersCome(KafkaNode node, int from) {
    var next = new AtomicInteger(from);
    Await.until(
        () -> "answers of the node; events were sent for sagas up to " + next,
        BOUND,
        () -> {
          int saga = next.getAndIncrement();
          sendStairs(saga, saga + 1);
          probe.send(topic, "nobody", event(0), Map.of());
          return !node.answers.isEmpty();
        });
    return next.get();
  }

  @Test
  void brokerThatIsStartedAnewIsReadOn() {
    probe.createTopic(topic, PARTITIONS);
    start(40);
    try (KafkaNode node = node()) {
      sendStairs(0, 20);
      awaitFinal(20);
      broker.kill();
      broker.restart();
      sendStairs(20, 40);
      awaitFinal(40);
    }

    assertEveryStepOnce(40);
  }

  @Test
  void poisonIsSkippedKeptAndInNobodysWay() {
    probe.createTopic(topic, 1);
    start(1);
    try (KafkaNode node = node()) {
      say(null, "{}");
      say("", "{}");
      say("saga-0", "no JSON");
      say("saga-0", null);
      say("saga-0", "{\"messageLabel\": \"e0\"}");
      say("saga-0", "{\"messageLabel\": \"e0\", \"messagePayload\": [1]}");
      say("nobody", event(0));
      probe.send(new ProducerRecord<>(topic, new byte[] {-1, 0}, new byte[] {-1, -2}));
      sendStairs(0, 1);
      awaitFinal(1);
    }

    assertThat(letters())
        .extracting(letter -> letter.offset() + " " + letter.reason().word())
        .containsExactly(
            "0 no-key",
            "1 no-key",
            "2 malformed",
            "3 tombstone",
            "4 malformed",
            "5 malformed",
            "6 unknown-saga",
            "7 unknown-saga");
    assertThat(letters().get(2).message().value())
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .contains("no JSON");
  }

  @Test
  void recordAtWhichTheEngineFailsIsSkippedInTheEnd() {
    probe.createTopic(topic, 1);
    start(1);
    say("saga-0", "{\"messageLabel\": \"boom\", \"messagePayload\": {}}");
    sendStairs(0, 1);

    try (KafkaNode node = node()) {
      awaitFinal(1);
    }

    assertThat(letters())
        .extracting(letter -> letter.reason().word() + ": " + letter.detail())
        .singleElement()
        .asString()
        .startsWith("failed: The engine failed 5 times")
        .contains("a fault in the engine");
  }

  @Test
  void largePayloadComesThrough() {
    probe.createTopic(topic, 1);
    start(1);
    try (KafkaNode node = node()) {
      String text = "x".repeat(900 * 1024);
      say("saga-0", "{\"messageLabel\": \"e0\", \"messagePayload\": {\"text\": \"" + text + "\"}}");
      Await.until("the event is handled", BOUND, () -> state(0).equals("s1"));
    }
  }

  private void sendStairs(int from, int to) {
    for (int step = 0; step < STEPS; step++) {
      for (int i = from; i < to; i++) {
        say("saga-" + i, event(step));
      }
    }
  }

  private static String event(int step) {
    return "{\"messageLabel\": \"e%d\", \"messagePayload\": {\"n%d\": true}}".formatted(step, step);
  }

  private void say(String key, String value) {
    probe.send(new ProducerRecord<>(topic, bytes(key), bytes(value)));
  }

  private static byte[] bytes(String text) {
    return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
  }

  private void start(int count) {
    List<SagaChange> changes =
        IntStream.range(0, count).mapToObj(i -> started(new SagaId("saga-" + i))).toList();
    store.run(session -> session.sagas().commit(changes));
  }

  private SagaChange started(SagaId id) {
    var request = new NewSaga(id, FLOW, "entity", JsonTexts.object("{}"));
    var step = flow.machine().start(request, Instant.EPOCH);
    var created = new SagaChange.Origin.Created(Optional.empty());
    return new SagaChange(step.saga(), created, List.of(step.entry()), List.of(), List.of());
  }

  private void awaitFinal(int count) {
    Await.until(
        () -> "all " + count + " sagas end, " + finished(count) + " have",
        BOUND,
        () -> finished(count) == count);
  }

  private int finished(int count) {
    int finished = 0;
    for (int i = 0; i < count; i++) {
      finished += state(i).equals("s" + STEPS) ? 1 : 0;
    }
    return finished;
  }

  private String state(int saga) {
    return store.ask(
        session -> session.sagas().find(new SagaId("saga-" + saga)).orElseThrow().state());
  }

  private void assertEveryStepOnce(int count) {
    for (int i = 0; i < count; i++) {
      var id = new SagaId("saga-" + i);
      List<Long> steps =
          store.ask(session -> session.sagas().history(id)).stream()
              .map(entry -> entry.sequence())
              .toList();
      assertThat(steps).hasSize(STEPS + 1).doesNotHaveDuplicates();
    }
  }

  /** How many records Kafka thinks are read. */
  private long committed() {
    try {
      return probe
          .admin()
          .listConsumerGroupOffsets("group-" + topic)
          .partitionsToOffsetAndMetadata()
          .get()
          .values()
          .stream()
          .mapToLong(offset -> offset.offset())
          .sum();
    } catch (Exception e) {
      throw new AssertionError("The broker does not tell its offsets.", e);
    }
  }

  private List<DeadLetter> letters() {
    Set<Channels.Key> channels = Set.of(new Channels.Key(FLOW, "events"));
    return store.ask(session -> session.inbox().deadLetters(channels, 100));
  }
}
