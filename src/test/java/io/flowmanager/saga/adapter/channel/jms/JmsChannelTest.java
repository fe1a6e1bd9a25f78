// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.channel.jms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowmanager.platform.jms.Address;
import io.flowmanager.platform.jms.ArtemisBroker;
import io.flowmanager.platform.jms.BrokerLink;
import io.flowmanager.platform.jms.Credentials;
import io.flowmanager.saga.application.channel.Connection;
import io.flowmanager.saga.application.channel.Outgoing;
import io.flowmanager.saga.domain.Command;
import io.flowmanager.saga.domain.CommandId;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.testing.Await;
import io.flowmanager.testing.JsonTexts;
import io.flowmanager.testing.jms.JmsBroker;
import io.flowmanager.testing.jms.JmsPeer;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.TextMessage;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JmsChannelTest {

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Duration SEND_TIMEOUT = Duration.ofSeconds(10);
  private static final String SECRET = "s3cr3t-user";

  @TempDir private Path folder;
  private JmsBroker broker;
  private volatile Credentials credentials = new Credentials(Optional.empty(), Optional.empty());
  private JmsChannel channel;

  @BeforeEach
  void makeBroker() {
    broker = JmsBroker.in(folder);
  }

  @AfterEach
  void close() {
    channel.close();
    broker.close();
  }

  @Test
  void commandComesToEveryQueueAndTopic() throws JMSException {
    broker.start();
    open(Address.queue("orders"), Address.queue("audit"), Address.topic("all"));
    try (JmsPeer peer = JmsPeer.at(broker)) {
      MessageConsumer all = peer.subscribe("all");

      deliver(command("saga-1", 3));

      List<Message> messages = new ArrayList<>(peer.take(all, 1, SOON));
      messages.addAll(peer.take("orders", 1, SOON));
      messages.addAll(peer.take("audit", 1, SOON));
      assertThat(messages).hasSize(3);
      for (Message message : messages) {
        assertThat(((TextMessage) message).getText())
            .isEqualTo("{\"messageLabel\":\"pay\",\"messagePayload\":{\"total\":10}}");
        assertThat(message.getStringProperty("sagaId")).isEqualTo("saga-1");
        assertThat(message.getStringProperty("JMSXGroupID")).isEqualTo("saga-1");
        assertThat(message.getStringProperty("commandId")).isEqualTo("saga-1.3");
        assertThat(message.getJMSDeliveryMode()).isEqualTo(DeliveryMode.PERSISTENT);
      }
    }
  }

  @Test
  void messageOfAHookTakesThePlaceOfTheEnvelope() throws JMSException {
    broker.start();
    open(Address.queue("orders"));

    awaitUp();
    channel
        .send(new Outgoing(command("saga-1", 1), Optional.of(JsonTexts.object("{\"own\": true}"))))
        .toCompletableFuture()
        .join();

    try (JmsPeer peer = JmsPeer.at(broker)) {
      Message message = peer.take("orders", 1, SOON).get(0);
      assertThat(((TextMessage) message).getText()).isEqualTo("{\"own\":true}");
    }
  }

  @Test
  void whatIsDeliveredOutlivesTheBrokersRestart() {
    broker.start();
    open(Address.queue("orders"));
    awaitUp();
    IntStream.range(0, 300)
        .mapToObj(i -> send(command("saga-" + i, 1)))
        .toList()
        .forEach(CompletableFuture::join);

    broker.stop();
    broker.start();

    try (JmsPeer peer = JmsPeer.at(broker)) {
      assertThat(peer.take("orders", 300, SOON)).hasSize(300);
    }
  }

  @Test
  void sendFailsAtOnceWhileTheBrokerIsAway() {
    open(Address.queue("orders"));
    Await.until("a first try", SOON, () -> reason().contains("could not be reached"));

    assertThat(send(command("saga-1", 1)))
        .failsWithin(SEND_TIMEOUT.dividedBy(2))
        .withThrowableThat()
        .withMessageContaining(
            "The broker is unreachable: " + broker.url() + " could not be reached");
    assertThat(connection().up()).isFalse();
  }

  @Test
  void channelConnectsWhenTheBrokerComesAndComesBack() {
    open(Address.queue("orders"));

    broker.start();
    deliver(command("saga-1", 1));
    broker.stop();
    Await.until("news of the loss", SOON, () -> !connection().up());
    broker.start();
    deliver(command("saga-2", 1));

    assertThat(connection().reason()).isEmpty();
    Await.until("2 messages", SOON, () -> broker.depth("orders") == 2);
  }

  @Test
  void refusedCredentialsAreSaidWithoutThem() {
    broker.onlyFor("orders", "right").start();
    credentials = new Credentials(Optional.of(SECRET), Optional.of("wrong-password"));
    open(Address.queue("orders"));

    Await.until("the refusal", SOON, () -> reason().contains("refused the credentials"));

    assertThat(reason()).doesNotContain(SECRET, "wrong-password");
  }

  @Test
  void credentialsAreReadAnewForEachConnection() {
    broker.onlyFor("orders", "right").start();
    credentials = new Credentials(Optional.of("orders"), Optional.of("wrong"));
    open(Address.queue("orders"));
    Await.until("the refusal", SOON, () -> reason().contains("refused the credentials"));

    credentials = new Credentials(Optional.of("orders"), Optional.of("right"));

    deliver(command("saga-1", 1));
    Await.until("1 messages", SOON, () -> broker.depth("orders") == 1);
  }

  @Test
  void closingLeavesNoThread() {
    broker.start();
    Set<Thread> before = threads();
    open(Address.queue("orders"));
    deliver(command("saga-1", 1));
    assertThat(threads()).hasSizeGreaterThan(before.size());

    channel.close();

    Await.until("the end of its threads", SOON, () -> before.containsAll(threads()));
    assertThatThrownBy(() -> send(command("saga-1", 2)).join()).hasMessageContaining("closed");
  }

  /** Client and channel make threads; what the JVM keeps for all, such as timers, is not meant. */
  private static Set<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(
            thread -> thread.getName().matches(".*(flow-manager|activemq-client|nioEventLoop).*"))
        .collect(Collectors.toSet());
  }

  private void open(Address... targets) {
    var link =
        new BrokerLink(
            "test",
            new ArtemisBroker(broker.url(), () -> credentials, Duration.ofSeconds(5)),
            failures -> Duration.ofMillis(100),
            Clock.systemUTC());
    channel = new JmsChannel("test", link, List.of(targets), SEND_TIMEOUT);
    channel.start(Thread::new);
  }

  /** Sends until it has arrived, as the relay does. */
  private void deliver(Command command) {
    Await.until("delivery", SOON, () -> arrives(command));
  }

  private boolean arrives(Command command) {
    return send(command)
        .handle((done, failure) -> failure == null)
        .completeOnTimeout(false, 10, TimeUnit.SECONDS)
        .join();
  }

  private CompletableFuture<Void> send(Command command) {
    return channel.send(new Outgoing(command, Optional.empty())).toCompletableFuture();
  }

  private void awaitUp() {
    Await.until("a connection", SOON, () -> connection().up());
  }

  private Connection connection() {
    return channel.connection().orElseThrow();
  }

  private String reason() {
    return connection().reason().orElse("");
  }

  private static Command command(String saga, long sequence) {
    JsonObject payload = JsonTexts.object("{\"total\": 10}");
    return new Command(
        new CommandId(new SagaId(saga), sequence, 0), "created", "jms", "pay", payload);
  }
}
