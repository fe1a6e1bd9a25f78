// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.channel.kafka;

import io.flowmanager.platform.kafka.BrokerWatch;
import io.flowmanager.platform.kafka.KafkaAccess;
import io.flowmanager.platform.kafka.KafkaSasl;
import io.flowmanager.platform.kafka.ProducerSettings;
import io.flowmanager.saga.application.channel.CommandChannel;
import io.flowmanager.saga.application.channel.CommandChannelContract;
import io.flowmanager.testing.JsonTexts;
import io.flowmanager.testing.kafka.BrokerListener;
import io.flowmanager.testing.kafka.KafkaAccesses;
import io.flowmanager.testing.kafka.KafkaBroker;
import io.flowmanager.testing.kafka.KafkaProbe;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

class KafkaCommandChannelTest extends CommandChannelContract {

  private static final AtomicInteger TOPICS = new AtomicInteger();

  private static KafkaBroker broker;

  private final String topic = "commands-" + TOPICS.incrementAndGet();
  private boolean isAway;
  private boolean hangs;

  @BeforeAll
  static void startBroker() {
    broker = KafkaBroker.start(BrokerListener.SASL);
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @BeforeEach
  void makeTopic() {
    broker.createTopic(topic, 3);
  }

  @Override
  protected CommandChannel open(Supplier<String> secret) {
    var watch = new BrokerWatch("test", () -> access(secret.get()), Clock.systemUTC());
    return new KafkaChannel("test", List.of(topic), watch, new ProducerSettings(SEND_TIMEOUT));
  }

  private static KafkaAccess access(String password) {
    KafkaSasl login = KafkaAccesses.sasl("plain", KafkaBroker.USER, password);
    return KafkaAccesses.sasl(broker, login);
  }

  @Override
  protected String secret() {
    return KafkaBroker.PASSWORD;
  }

  @Override
  protected String address() {
    return broker.bootstrap(BrokerListener.SASL);
  }

  @Override
  protected boolean keepsConnection() {
    return true;
  }

  @Override
  protected void goAway() {
    broker.stop();
    isAway = true;
  }

  @Override
  protected void comeBack() {
    isAway = false;
    broker.restart();
  }

  @Override
  protected void hang() {
    broker.freeze();
    hangs = true;
  }

  @Override
  protected void answerAgain() {
    broker.thaw();
    hangs = false;
  }

  @Override
  protected List<Arrived> arrived(int count) {
    try (var probe = new KafkaProbe(broker)) {
      return probe.awaitRecords(topic, count, BOUND).stream()
          .map(
              entry ->
                  new Arrived(
                      entry.key(),
                      Optional.ofNullable(entry.headers().get("commandId")).orElse(""),
                      JsonTexts.object(entry.value())))
          .toList();
    }
  }

  @Override
  protected void closeOtherSide() {
    if (hangs) {
      answerAgain();
    }
    if (isAway) {
      comeBack();
    }
  }
}
