// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.channel.jms;

import io.flowmanager.platform.jms.Address;
import io.flowmanager.platform.jms.ArtemisBroker;
import io.flowmanager.platform.jms.BrokerLink;
import io.flowmanager.platform.jms.Credentials;
import io.flowmanager.saga.application.channel.CommandChannel;
import io.flowmanager.saga.application.channel.CommandChannelContract;
import io.flowmanager.testing.JsonTexts;
import io.flowmanager.testing.jms.JmsBroker;
import io.flowmanager.testing.jms.JmsPeer;
import io.flowmanager.testing.server.TcpProxy;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A broker that is named by its URL. */
class JmsCommandChannelTest extends CommandChannelContract {

  private static final String QUEUE = "commands";
  private static final String USER = "orders";
  private static final Duration CALL = Duration.ofSeconds(5);
  private static final Duration RETRY = Duration.ofMillis(100);

  @TempDir private Path folder;
  private JmsBroker broker;
  private TcpProxy proxy;

  @BeforeEach
  void startBroker() {
    broker = JmsBroker.in(folder).onlyFor(USER, secret()).start();
    proxy = TcpProxy.to(URI.create(broker.url()).getPort());
  }

  @Override
  protected CommandChannel open(Supplier<String> secret) {
    var artemis =
        new ArtemisBroker(
            address(), () -> new Credentials(Optional.of(USER), Optional.of(secret.get())), CALL);
    var link = new BrokerLink("test", artemis, failures -> RETRY, Clock.systemUTC());
    return new JmsChannel("test", link, List.of(Address.queue(QUEUE)), SEND_TIMEOUT);
  }

  @Override
  protected String secret() {
    return "s3cr3t-password";
  }

  @Override
  protected String address() {
    return "tcp://127.0.0.1:" + proxy.port();
  }

  @Override
  protected boolean keepsConnection() {
    return true;
  }

  @Override
  protected void goAway() {
    broker.stop();
  }

  @Override
  protected void comeBack() {
    broker.start();
  }

  @Override
  protected void hang() {
    proxy.fallSilent();
  }

  @Override
  protected void answerAgain() {
    proxy.speakAgain();
  }

  @Override
  protected List<Arrived> arrived(int count) {
    try (JmsPeer peer = JmsPeer.at(broker, USER, secret())) {
      return peer.take(QUEUE, count, BOUND).stream().map(JmsCommandChannelTest::arrived).toList();
    }
  }

  private static Arrived arrived(Message message) {
    try {
      return new Arrived(
          message.getStringProperty("sagaId"),
          message.getStringProperty("commandId"),
          JsonTexts.object(((TextMessage) message).getText()));
    } catch (JMSException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  protected void closeOtherSide() {
    proxy.close();
    broker.close();
  }
}
