// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.messaging.kafka;

import static io.flowmanager.testing.FlowBuilder.aFlow;
import static io.flowmanager.testing.StateBuilder.aState;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.saga.application.channel.Channels;
import io.flowmanager.saga.application.flow.Flow;
import io.flowmanager.saga.application.inbox.ConsumerPosition;
import io.flowmanager.saga.application.inbox.DeadLetter;
import io.flowmanager.saga.application.inbox.LogPartition;
import io.flowmanager.saga.application.store.SagaChange;
import io.flowmanager.saga.domain.NewSaga;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.FlowName;
import io.flowmanager.testing.Await;
import io.flowmanager.testing.FlowBuilder;
import io.flowmanager.testing.JsonTexts;
import io.flowmanager.testing.kafka.BrokerOfTheClass;
import io.flowmanager.testing.kafka.KafkaBroker;
import io.flowmanager.testing.kafka.KafkaProbe;
import io.flowmanager.testkit.store.MemoryStore;
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

/**
 * Nodes that read one topic of a real broker, and sagas that climb stairs. Each event has one state
 * in which it counts, so nothing can be repeated.
 */
final class StairsFixture {

  static final int STEPS = 10;
  static final int IN_FLIGHT = 100;
  static final Duration BOUND = Duration.ofSeconds(60);

  private static final FlowName FLOW = new FlowName("order");
  private static final AtomicInteger TOPICS = new AtomicInteger();

  final MemoryStore store = new MemoryStore();
  final KafkaProbe probe;
  final String topic = "events-" + TOPICS.incrementAndGet();
  final String group = "group-" + topic;
  private final Flow flow = stairs();
  private final KafkaBroker broker;

  StairsFixture(BrokerOfTheClass kafka) {
    this.broker = kafka.broker();
    this.probe = kafka.probe();
  }

  private static Flow stairs() {
    FlowBuilder flow = aFlow();
    for (int i = 0; i < STEPS; i++) {
      flow.with(aState("s" + i).on("e" + i, "s" + (i + 1)));
    }
    return flow.with(aState("s" + STEPS).isFinal()).build();
  }

  KafkaNode node() {
    var input =
        new KafkaInput(new Channels.Key(FLOW, "events"), group, List.of(topic), true, IN_FLIGHT);
    return new KafkaNode(store, flow, input, broker).start();
  }

  void createTopic(int partitions) {
    probe.createTopic(topic, partitions);
  }

  void start(int count) {
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

  void sendStairs(int from, int to) {
    for (int step = 0; step < STEPS; step++) {
      for (int i = from; i < to; i++) {
        say("saga-" + i, event(step));
      }
    }
  }

  static String event(int step) {
    return "{\"messageLabel\": \"e%d\", \"messagePayload\": {\"n%d\": true}}".formatted(step, step);
  }

  void say(String key, String value) {
    probe.send(new ProducerRecord<>(topic, bytes(key), bytes(value)));
  }

  private static byte[] bytes(String text) {
    return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
  }

  void awaitFinal(int count) {
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

  String state(int saga) {
    return store.ask(
        session -> session.sagas().find(new SagaId("saga-" + saga)).orElseThrow().state());
  }

  boolean isFinal(int saga) {
    return state(saga).equals("s" + STEPS);
  }

  private LogPartition partition() {
    return new LogPartition(FLOW, "events", group, topic, 0);
  }

  /** Of partition 0. */
  ConsumerPosition position() {
    return store.ask(session -> session.inbox().positions(Set.of(partition())).get(partition()));
  }

  void moveTo(ConsumerPosition position) {
    store.run(session -> session.inbox().move(Map.of(partition(), position)));
  }

  void assertEveryStepOnce(int count) {
    for (int i = 0; i < count; i++) {
      var id = new SagaId("saga-" + i);
      List<Long> steps =
          store.ask(session -> session.sagas().history(id)).stream()
              .map(entry -> entry.sequence())
              .toList();
      assertThat(steps).hasSize(STEPS + 1).doesNotHaveDuplicates();
    }
  }

  List<DeadLetter> letters() {
    var channel = new Channels.Key(FLOW, "events");
    return store.ask(session -> session.inbox().deadLetters(channel, Optional.empty(), 100));
  }
}
