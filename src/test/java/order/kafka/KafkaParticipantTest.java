// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package order.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.testing.Await;
import io.flowmanager.testing.kafka.KafkaBroker;
import io.flowmanager.testing.kafka.KafkaProbe;
import jakarta.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import order.participants.BadLuck;
import order.participants.Event;
import order.participants.Participant;
import order.participants.Work;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

class KafkaParticipantTest {

  private static final Duration BOUND = Duration.ofSeconds(30);
  private static final Duration POLL = Duration.ofMillis(50);
  private static final Duration AT_ONCE = Duration.ZERO;
  private static final Duration TOO_LONG = Duration.ofHours(1);

  private static KafkaBroker broker;
  private static KafkaProbe probe;
  private static Clients clients;
  private static KafkaConsumer<String, String> events;

  private final Queue<ConsumerRecord<String, String>> read = new ArrayDeque<>();
  private final Queue<String> log = new ConcurrentLinkedQueue<>();
  private final AtomicInteger effects = new AtomicInteger();
  private String name;
  private KafkaParticipant joined;

  @TempDir Path data;

  @BeforeAll
  static void startBroker() {
    broker = KafkaBroker.start();
    probe = new KafkaProbe(broker);
    probe.createTopic(Topics.EVENTS, 4);
    clients = new Clients(broker.bootstrap());
    events = clients.consumer("test");
    events.subscribe(List.of(Topics.EVENTS));
  }

  @AfterAll
  static void stopBroker() {
    events.close();
    probe.close();
    broker.close();
  }

  @BeforeEach
  void createTopic(TestInfo test) {
    name = test.getTestMethod().orElseThrow().getName();
    probe.createTopic(name + "-commands", 4);
  }

  @AfterEach
  void leave() {
    joined.close();
  }

  @Test
  void commandIsAnsweredUnderTheKeyOfItsSaga() throws Exception {
    join(AT_ONCE);
    send("c-1", "count");

    ConsumerRecord<String, String> event = nextEvent();
    assertThat(event.key()).isEqualTo(name);
    assertThat(event.value())
        .isEqualTo("{\"messageLabel\":\"counted\",\"messagePayload\":{\"n\":\"1\"}}");
  }

  @Test
  void repeatedCommandHasOneEffectAndOneAnswer() throws Exception {
    join(AT_ONCE);
    send("c-1", "count");
    assertThat(nextEvent().value()).contains("\"1\"");

    send("c-1", "count");
    awaitLine("came again");
    send("c-2", "count");

    assertThat(nextEvent().value()).contains("\"2\"");
  }

  @Test
  void whatIsNoCommandOfThisParticipantIsLeftOut() throws Exception {
    join(AT_ONCE);
    String topic = name + "-commands";
    probe.send(topic, name, "no json", Map.of("commandId", "c-1"));
    probe.send(topic, name, "{\"messageLabel\": 1}", Map.of("commandId", "c-2"));
    probe.send(topic, name, command("count"), Map.of());
    probe.send(topic, null, command("count"), Map.of("commandId", "c-3"));
    probe.send(topic, name, null, Map.of("commandId", "c-4"));
    send("c-5", "deliverOrder");
    send("c-6", "count");

    assertThat(nextEvent().value()).contains("\"1\"");
    Await.until("six lines", BOUND, () -> lines("leaves out record") == 6);
  }

  @Test
  void commandWithoutAnswerIsAnsweredOnceAfterTheNextStart() throws Exception {
    stopWhileACommandIsUnderWay();

    join(AT_ONCE);
    assertThat(nextEvent().value()).contains("\"1\"");
    awaitLine("came again");
    send("c-2", "count");
    assertThat(nextEvent().value()).contains("\"2\"");
  }

  @Test
  void placeInTheTopicIsNotCommittedBeforeTheAnswer(@TempDir Path otherData) throws Exception {
    stopWhileACommandIsUnderWay();
    data = otherData;

    join(AT_ONCE);
    assertThat(nextEvent().value()).contains("\"1\"");
  }

  @Test
  void placeInTheTopicIsCommittedAfterTheAnswer() throws Exception {
    join(AT_ONCE);
    send("c-1", "count");
    nextEvent();

    Await.until("the place is committed", BOUND, () -> probe.committed(name) == 1);
  }

  private void stopWhileACommandIsUnderWay() throws IOException {
    join(TOO_LONG);
    send("c-1", "count");
    awaitLine("accepted");
    leave();
  }

  private void join(Duration time) throws IOException {
    Participant counter =
        new Participant(
            name,
            0,
            "/",
            Map.of("count", command -> Event.of("counted", "n", "" + effects.incrementAndGet())));
    Work work = new Work(new BadLuck(0), time);
    joined = KafkaParticipant.join(counter, new KafkaSettings(clients, data, work), log::add);
  }

  private void send(String commandId, String label) {
    probe.send(name + "-commands", name, command(label), Map.of("commandId", commandId));
  }

  private static String command(String label) {
    return Json.createObjectBuilder()
        .add("messageLabel", label)
        .add("messagePayload", Json.createObjectBuilder())
        .build()
        .toString();
  }

  /** The next one of this test's saga. */
  private ConsumerRecord<String, String> nextEvent() {
    Await.until("an event of " + name, BOUND, this::poll);
    return read.remove();
  }

  private boolean poll() {
    events.poll(POLL).forEach(read::add);
    read.removeIf(event -> !event.key().equals(name));
    return !read.isEmpty();
  }

  private void awaitLine(String part) {
    Await.until("a line with: " + part, BOUND, () -> lines(part) > 0);
  }

  private long lines(String part) {
    return log.stream().filter(line -> line.contains(part)).count();
  }
}
