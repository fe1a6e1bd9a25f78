// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.messaging.jms;

import static io.flowmanager.testing.jms.JmsPeer.event;
import static io.flowmanager.testing.jms.JmsPeer.foreign;
import static io.flowmanager.testing.jms.JmsPeer.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.platform.jms.Address;
import io.flowmanager.testing.Await;
import io.flowmanager.testing.FlowBuilder;
import io.flowmanager.testing.StateBuilder;
import io.flowmanager.testing.jms.JmsBroker;
import io.flowmanager.testing.jms.JmsPeer;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.activemq.artemis.jms.client.ActiveMQMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One message that fails, among sound ones, at a broker that gives up after four tries. */
class GuiltyMessageTest {

  private static final Duration SOON = Duration.ofSeconds(40);
  private static final String QUEUE = "events";
  private static final int SOUND = 40;

  @TempDir private Path folder;
  private JmsBroker broker;
  private final JmsFixture fixture =
      new JmsFixture(
          FlowBuilder.aFlow()
              .with(StateBuilder.aState("waiting").on("go", "done"))
              .with(StateBuilder.aState("done").isFinal())
              .build());

  @BeforeEach
  void makeBroker() {
    broker = JmsBroker.in(folder).withAttempts(4);
  }

  @AfterEach
  void close() {
    fixture.close();
    broker.close();
  }

  @Test
  void messageOfAnotherProtocolIsPutAsideWithItsProperties() throws JMSException {
    broker.start();
    JmsPeer.Content bytes =
        session -> {
          BytesMessage message = session.createBytesMessage();
          message.writeBytes("no JSON".getBytes(StandardCharsets.UTF_8));
          return message;
        };
    JmsPeer.Content stomp = foreign(bytes, "content-length", "7");
    JmsPeer.Content amqp = foreign(foreign(text("no JSON"), "trace-id", "t-17"), "x-opt.n", 5L);
    JmsPeer.Content binary = foreign(text("no JSON"), "signature", new byte[] {1, 2});
    JmsPeer.Content reserved = foreign(foreign(text("no JSON"), "like", "a"), " ", "b");

    sendAmongSoundOnes(stomp, amqp, binary, reserved);

    List<Map<String, Object>> dead =
        dead(4).stream()
            .map(message -> ((ActiveMQMessage) message).getCoreMessage().toPropertyMap())
            .toList();
    assertThat(dead).allSatisfy(it -> assertThat(it).containsKey("flowManagerReason"));
    assertThat(dead).anySatisfy(it -> assertThat(it).containsEntry("content-length", "7"));
    assertThat(dead)
        .anySatisfy(
            it -> assertThat(it).containsEntry("trace-id", "t-17").containsEntry("x-opt.n", 5L));
    assertThat(dead).anySatisfy(it -> assertThat(it).containsEntry("signature", new byte[] {1, 2}));
    assertThat(dead)
        .anySatisfy(it -> assertThat(it).containsEntry("like", "a").containsEntry(" ", "b"));
    assertSoundOnesActed();
    assertThat(broker.depth(JmsBroker.DLQ)).isZero();
  }

  @Test
  void sagaIdOfAnotherTypeIsUnreadableAndHoldsUpNoOther() throws JMSException {
    broker.start();

    sendAmongSoundOnes(foreign(text("{}"), "sagaId", new byte[] {1}));

    assertThat(dead(1).get(0).getStringProperty("flowManagerReason")).isEqualTo("malformed");
    assertSoundOnesActed();
  }

  @Test
  void messageThatTheBrokerStreamsIsPutAsideWhole() throws JMSException {
    broker.start();
    String big = "x".repeat(700_000);

    sendAmongSoundOnes(text(big));

    assertThat(((TextMessage) dead(1).get(0)).getText()).isEqualTo(big);
    assertSoundOnesActed();
  }

  @Test
  void eventAtWhichTheEngineFailsIsPutAsideWithItsReasonAndAllOthersAct() throws JMSException {
    broker.start();
    fixture.failAt("guilty");

    sendAmongSoundOnes(event("guilty", "go", "{}"));

    Message dead = dead(1).get(0);
    assertThat(dead.getStringProperty("flowManagerReason")).isEqualTo("failed");
    assertThat(dead.getStringProperty("flowManagerDetail")).contains("a bug of the engine");
    assertSoundOnesActed();
    assertThat(broker.depth(JmsBroker.DLQ)).isZero();
  }

  @Test
  void messageThatCannotBePutAsideIsGivenUpAloneAndAllOthersAct() {
    fixture.withConsumers(1);
    broker.withRoomForOne(JmsFixture.DEAD).start();
    try (JmsPeer peer = JmsPeer.at(broker)) {
      peer.send(JmsFixture.DEAD, text("There is no room for another one."));
    }

    sendAmongSoundOnes(text("no JSON"));

    Await.until("the guilty one", SOON, () -> broker.depth(JmsBroker.DLQ) > 0);
    assertSoundOnesActed();
    assertThat(broker.depth(JmsBroker.DLQ)).isEqualTo(1);
  }

  private void sendAmongSoundOnes(JmsPeer.Content... guilty) {
    var messages = new ArrayList<JmsPeer.Content>();
    for (int i = 0; i < SOUND; i++) {
      fixture.startSaga("saga-" + i);
      messages.add(event("saga-" + i, "go", "{}"));
    }
    messages.addAll(SOUND / 2, List.of(guilty));
    try (JmsPeer peer = JmsPeer.at(broker)) {
      peer.send(QUEUE, messages);
    }
    fixture.open(broker, Address.queue(QUEUE));
  }

  private List<Message> dead(int count) {
    try (JmsPeer peer = JmsPeer.at(broker)) {
      return peer.take(JmsFixture.DEAD, count, SOON);
    }
  }

  private void assertSoundOnesActed() {
    for (int i = 0; i < SOUND; i++) {
      String saga = "saga-" + i;
      Await.until(() -> saga + " has acted", SOON, () -> fixture.steps(saga) == 1);
    }
    Await.until("an empty queue", SOON, () -> broker.depth(QUEUE) == 0);
  }
}
