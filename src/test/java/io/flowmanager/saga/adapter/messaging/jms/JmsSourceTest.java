// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.messaging.jms;

import static io.flowmanager.testing.jms.JmsPeer.event;
import static io.flowmanager.testing.jms.JmsPeer.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.platform.jms.Address;
import io.flowmanager.saga.application.flow.Flow;
import io.flowmanager.testing.Await;
import io.flowmanager.testing.FlowBuilder;
import io.flowmanager.testing.StateBuilder;
import io.flowmanager.testing.jms.JmsBroker;
import io.flowmanager.testing.jms.JmsPeer;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JmsSourceTest {

  private static final Duration SOON = Duration.ofSeconds(40);
  private static final String QUEUE = "events";
  private static final int STEPS = 20;

  @TempDir private Path folder;
  private JmsBroker broker;
  private JmsFixture fixture;

  @BeforeEach
  void makeBroker() {
    broker = JmsBroker.in(folder);
    fixture = new JmsFixture(chain());
  }

  @AfterEach
  void close() {
    fixture.close();
    broker.close();
  }

  /** s0 to s20, each left by an event of its own: one out of its turn is ignored for good. */
  private static Flow chain() {
    FlowBuilder flow = FlowBuilder.aFlow();
    for (int i = 0; i < STEPS; i++) {
      flow.with(StateBuilder.aState("s" + i).on("e" + i, "s" + (i + 1)));
    }
    return flow.with(StateBuilder.aState("s" + STEPS).isFinal()).build();
  }

  @Test
  void eventMovesItsSagaAndTheBrokerForgetsIt() {
    broker.start();
    fixture.startSaga("saga-1");
    fixture.open(broker, Address.queue(QUEUE));

    send(event("saga-1", "e0", "{\"n\": 1}"));

    awaitState("saga-1", "s1");
    awaitEmptyQueue();
    assertThat(fixture.saga("saga-1").metadata()).hasToString("{\"total\":1,\"n\":1}");
    awaitCount(1, "flow_manager_messages_consumed");
  }

  @Test
  void sagaMayBeNamedByTheGroupAloneAndTheTextBeBytes() {
    broker.start();
    fixture.startSaga("saga-1");
    fixture.open(broker, Address.queue(QUEUE));

    send(
        session -> {
          BytesMessage message = session.createBytesMessage();
          String body = "{\"messageLabel\": \"e0\", \"messagePayload\": null}";
          message.writeBytes(body.getBytes(StandardCharsets.UTF_8));
          message.setStringProperty("JMSXGroupID", "saga-1");
          return message;
        });

    awaitState("saga-1", "s1");
  }

  @Test
  void messageThatWasNotCommittedComesAgainAndActsOnce() {
    broker.start();
    var cuts = new AtomicInteger(5);
    startSagas(10);
    fixture.open(new CutBroker(JmsFixture.artemis(broker), cuts), Address.queue(QUEUE));

    sendChains(10);

    awaitEnd(10);
    assertThat(cuts).hasValue(0);
    assertThat(fixture.count("flow_manager_events_ignored")).isZero();
  }

  @Test
  void whatLeadsToNothingIsPutAsideAndNamesItsReason() throws JMSException {
    broker.start();
    fixture.startSaga("saga-1");
    fixture.open(broker, Address.queue(QUEUE));

    send(text("{\"messageLabel\": \"e0\", \"messagePayload\": {}}"));
    send(event("nobody", "e0", "{}"));
    send(event("saga-1", "e0", "17"));
    send(named("saga-1", session -> session.createTextMessage("\u0000 garbage")));
    send(named("saga-1", session -> session.createTextMessage("\uD800")));
    send(named("saga-1", session -> session.createTextMessage()));
    send(named("saga-1", session -> session.createMapMessage()));
    send(event("saga-1", "e0", "{}"));

    awaitState("saga-1", "s1");
    try (JmsPeer peer = JmsPeer.at(broker)) {
      List<Message> dead = peer.take(JmsFixture.DEAD, 7, SOON);
      assertThat(dead)
          .extracting(message -> message.getStringProperty("flowManagerReason"))
          .containsExactlyInAnyOrder(
              "no-key",
              "unknown-saga",
              "malformed",
              "malformed",
              "malformed",
              "tombstone",
              "malformed");
      for (Message message : dead) {
        assertThat(message.getStringProperty("flowManagerSource")).contains(QUEUE);
        assertThat(message.getStringProperty("flowManagerDetail")).isNotBlank();
        assertThat(message.getStringProperty("flowManagerMessageId")).startsWith("ID:");
      }
    }
    awaitEmptyQueue();
    awaitCount(7, "flow_manager_messages_dead_lettered");
    awaitCount(4, "flow_manager_messages_skipped", "reason", "malformed");
  }

  @Test
  void groupsKeepTheOrderOfASagaOverManySessions() {
    broker.start();
    startSagas(50);
    fixture.withConsumers(4).open(broker, Address.queue(QUEUE));
    fixture.open(broker, Address.queue(QUEUE));

    sendChains(50);

    awaitEnd(50);
    awaitCount(50 * STEPS, "flow_manager_messages_consumed");
  }

  @Test
  void brokerThatIsRestartedInTheMiddleLosesAndRepeatsNothing() {
    broker.start();
    startSagas(60);
    JmsSource source = fixture.open(broker, Address.queue(QUEUE));
    sendChains(60);
    Await.until("a beginning", SOON, () -> fixture.count("flow_manager_messages_consumed") > 100);

    broker.stop();
    Await.until("news of the loss", SOON, () -> !source.connection().up());
    broker.start();

    awaitEnd(60);
    Await.until("a new connection", SOON, () -> source.connection().up());
  }

  @Test
  void sourceWaitsForABrokerThatIsAwayAtTheStart() {
    startSagas(1);
    JmsSource source = fixture.open(broker, Address.queue(QUEUE));
    Await.until(
        "a first try",
        SOON,
        () -> source.connection().reason().orElse("").contains("could not be reached"));

    broker.start();
    sendChains(1);

    awaitEnd(1);
  }

  @Test
  void storeThatIsAwayForAWhileCostsNoMessageItsOrderOrItsTries() {
    broker.start();
    startSagas(5);
    fixture.refuse(100);
    fixture.open(broker, Address.queue(QUEUE));

    sendChains(5);

    awaitEnd(5);
    assertThat(broker.depth(JmsBroker.DLQ)).isZero();
  }

  @Test
  void nodesShareTheMessagesOfATopic() {
    broker.start();
    startSagas(10);
    fixture.open(broker, Address.topic("all-events"));
    JmsSource second = fixture.open(broker, Address.topic("all-events"));
    Await.until("a second connection", SOON, () -> second.connection().up());
    Await.until("its subscription", SOON, () -> broker.hasQueue("order-test"));

    try (JmsPeer peer = JmsPeer.at(broker)) {
      peer.publish("all-events", chains(10));
    }

    awaitEnd(10);
    Await.until("an empty subscription", SOON, () -> broker.depth("order-test") == 0);
    awaitCount(10 * STEPS, "flow_manager_messages_consumed");
  }

  @Test
  void heldSourceTakesNothingInAndLeavesNoThread() {
    broker.start();
    startSagas(1);
    JmsSource source = fixture.open(broker, Address.queue(QUEUE));
    Await.until("a connection", SOON, () -> source.connection().up());

    source.hold();
    source.close(Duration.ofSeconds(5));
    sendChains(1);

    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .noneMatch(name -> name.startsWith("flow-manager-jms"));
    assertThat(broker.depth(QUEUE)).isEqualTo(STEPS);
    assertThat(source.connection().up()).isFalse();
  }

  @Test
  void sourceWithoutABrokerIsClosedAtOnce() {
    JmsSource source = fixture.open(broker, Address.queue(QUEUE));

    assertThat(CompletableFuture.runAsync(() -> source.close(Duration.ofMinutes(5))))
        .succeedsWithin(SOON);

    assertThat(source.connection().reason()).contains("closed");
  }

  private static JmsPeer.Content named(String saga, JmsPeer.Content content) {
    return session -> {
      Message message = content.write(session);
      message.setStringProperty("sagaId", saga);
      return message;
    };
  }

  private void startSagas(int count) {
    IntStream.range(0, count).forEach(i -> fixture.startSaga("saga-" + i));
  }

  private void sendChains(int sagas) {
    try (JmsPeer peer = JmsPeer.at(broker)) {
      peer.send(QUEUE, chains(sagas));
    }
  }

  /** Events of all sagas, each saga's in order, the sagas mixed. */
  private static List<JmsPeer.Content> chains(int sagas) {
    var messages = new ArrayList<JmsPeer.Content>();
    for (int step = 0; step < STEPS; step++) {
      for (int saga = 0; saga < sagas; saga++) {
        messages.add(event("saga-" + saga, "e" + step, "{}"));
      }
    }
    return messages;
  }

  private void send(JmsPeer.Content content) {
    try (JmsPeer peer = JmsPeer.at(broker)) {
      peer.send(QUEUE, content);
    }
  }

  private void awaitEnd(int sagas) {
    for (int i = 0; i < sagas; i++) {
      String saga = "saga-" + i;
      awaitState(saga, "s" + STEPS);
      assertThat(fixture.steps(saga)).isEqualTo(STEPS);
    }
    awaitEmptyQueue();
  }

  private void awaitEmptyQueue() {
    Await.until("an empty queue", SOON, () -> broker.depth(QUEUE) == 0);
  }

  /** Messages are counted a moment after the broker has forgotten them. */
  private void awaitCount(double count, String meter, String... tag) {
    Await.until(
        () -> count + " of " + meter + ", not " + fixture.count(meter, tag),
        SOON,
        () -> fixture.count(meter, tag) >= count);
    assertThat(fixture.count(meter, tag)).isEqualTo(count);
  }

  private void awaitState(String saga, String state) {
    Await.until(
        () -> saga + " in " + state + ", it is in " + fixture.saga(saga).state(),
        SOON,
        () -> fixture.saga(saga).state().equals(state));
  }
}
