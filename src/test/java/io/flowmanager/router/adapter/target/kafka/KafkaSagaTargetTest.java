// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.adapter.target.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowmanager.platform.kafka.BrokerWatch;
import io.flowmanager.platform.kafka.ProducerSettings;
import io.flowmanager.platform.kafka.RecordSender;
import io.flowmanager.router.application.call.CallKey;
import io.flowmanager.router.application.call.NewSagaOrder;
import io.flowmanager.router.application.call.RoutingException;
import io.flowmanager.router.application.call.RoutingException.Kind;
import io.flowmanager.router.application.route.RoutedEvent;
import io.flowmanager.testing.DaemonThreads;
import io.flowmanager.testing.JsonTexts;
import io.flowmanager.testing.kafka.KafkaAccesses;
import io.flowmanager.testing.kafka.KafkaBroker;
import io.flowmanager.testing.kafka.KafkaProbe;
import io.flowmanager.testing.router.MemoryFlow;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class KafkaSagaTargetTest {

  private static final CallKey KEY = new CallKey("call-7/main");

  private static KafkaBroker broker;
  private static RecordSender sender;

  private final MemoryFlow main = new MemoryFlow("main");

  @BeforeAll
  static void start() {
    broker = KafkaBroker.start();
    var watch = new BrokerWatch("router", () -> KafkaAccesses.plain(broker), Clock.systemUTC());
    sender = new RecordSender("router", watch, new ProducerSettings(Duration.ofSeconds(5)));
    sender.start(new DaemonThreads());
  }

  @AfterAll
  static void stop() {
    sender.close();
    broker.close();
  }

  private CompletableFuture<?> send(String topic) {
    return new KafkaSagaTarget(main, sender, topic)
        .send(new RoutedEvent("m-1", "checked", JsonTexts.object("{\"a\": 1}")), KEY)
        .toCompletableFuture();
  }

  @Test
  void anEventIsARecordWithTheSagaAsKey() {
    broker.createTopic("main-events", 2);

    send("main-events").join();

    try (var probe = new KafkaProbe(broker)) {
      assertThat(probe.awaitRecords("main-events", 1))
          .singleElement()
          .satisfies(
              entry -> {
                assertThat(entry.key()).isEqualTo("m-1");
                assertThat(entry.value())
                    .isEqualTo("{\"messageLabel\":\"checked\",\"messagePayload\":{\"a\":1}}");
                assertThat(entry.headers()).isEqualTo(Map.of("idempotencyKey", "call-7/main"));
              });
    }
  }

  @Test
  void aSagaIsStartedWhereSagasAre() {
    var target = new KafkaSagaTarget(main, sender, "main-events");

    String id =
        target
            .start(new NewSagaOrder("entity", JsonTexts.object("{}")), KEY)
            .toCompletableFuture()
            .join();

    assertThat(main.sagas()).containsExactly(id);
  }

  @Test
  void aTopicThatIsMissingMayComeLater() {
    assertThatThrownBy(() -> send("nobody-made-it").join())
        .cause()
        .isInstanceOfSatisfying(
            RoutingException.class,
            failure -> {
              assertThat(failure.kind()).isEqualTo(Kind.NO_ANSWER);
              assertThat(failure).hasMessageContaining("nobody-made-it");
            });
  }
}
