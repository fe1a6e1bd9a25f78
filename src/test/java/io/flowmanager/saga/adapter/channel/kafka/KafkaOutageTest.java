// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.channel.kafka;

import static io.flowmanager.saga.adapter.channel.kafka.ChannelFixture.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.testing.Await;
import io.flowmanager.testing.kafka.BrokerListener;
import io.flowmanager.testing.kafka.KafkaAccesses;
import io.flowmanager.testing.kafka.KafkaBroker;
import io.flowmanager.testing.kafka.KafkaProbe;
import io.flowmanager.testing.kafka.KafkaProbe.ReceivedRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A broker that is away, and comes. */
class KafkaOutageTest {

  /** No send has waited: a thousand of them would take a thousand times as long. */
  private static final Duration AT_ONCE = Duration.ofSeconds(3);

  private static final int SAGAS = 40;
  private static final int COMMANDS_EACH = 25;

  @Test
  void brokerThatIsAwayAtTheStartIsFoundWhenItComes() {
    try (KafkaBroker broker = KafkaBroker.absent();
        var fixture = new ChannelFixture(() -> KafkaAccesses.plain(broker), "orders")) {
      assertThat(outcome(fixture.send("saga-1", 0))).isPresent();
      assertThat(fixture.channel.connection().orElseThrow().reason()).isPresent();

      broker.restart();
      broker.createTopic("orders", 1);
      fixture.awaitUp();

      assertThat(fixture.deliver("saga-1", 0)).isLessThan(5);
    }
  }

  /** A producer that was refused once cannot be used again. */
  @Test
  void userWhoComesLaterThanTheBrokerIsLetIn() {
    try (KafkaBroker broker = KafkaBroker.absent(BrokerListener.SASL);
        var fixture =
            new ChannelFixture(
                () -> KafkaAccesses.sasl(broker, KafkaAccesses.user("scram-sha-512")), "orders")) {
      assertThat(outcome(fixture.send("saga-1", 0))).isPresent();
      broker.restart();
      broker.createTopic("orders", 1);
      fixture.awaitReason("uthentication");

      try (var probe = new KafkaProbe(broker)) {
        probe.scramUser(KafkaBroker.USER, KafkaBroker.PASSWORD);
      }
      fixture.awaitUp();

      assertThat(fixture.deliver("saga-1", 0)).isLessThan(5);
    }
  }

  @Test
  void sendReturnsAtOnceWhileTheBrokerStandsStill() {
    try (KafkaBroker broker = KafkaBroker.start();
        var fixture = new ChannelFixture(() -> KafkaAccesses.plain(broker), "orders")) {
      broker.createTopic("orders", 1);
      fixture.awaitUp();
      broker.freeze();

      long begin = System.nanoTime();
      List<CompletableFuture<Void>> sends =
          IntStream.range(0, 1000).mapToObj(i -> fixture.send("saga-" + i, 0)).toList();
      Duration took = Duration.ofNanos(System.nanoTime() - begin);

      assertThat(took).isLessThan(AT_ONCE);
      assertThat(sends).allSatisfy(send -> assertThat(outcome(send)).isPresent());
      Duration bound = ChannelFixture.SEND_TIMEOUT.multipliedBy(2);
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(bound);
      fixture.awaitDown();
      broker.thaw();
      fixture.awaitUp();
      assertThat(fixture.deliver("saga-1", 0)).isLessThan(5);
    }
  }

  @Test
  void restartInTheMiddleLosesNothingAndKeepsTheOrderOfEachSaga() {
    try (KafkaBroker broker = KafkaBroker.start();
        var fixture = new ChannelFixture(() -> KafkaAccesses.plain(broker), "orders")) {
      broker.createTopic("orders", 3);
      var threads = Executors.newFixedThreadPool(SAGAS);
      var delivered = new AtomicInteger();
      var killed = new CountDownLatch(1);
      List<CompletableFuture<Void>> sagas =
          relayAll(threads, saga -> relay(fixture, saga, delivered, killed));

      Await.until("some are delivered", Duration.ofSeconds(30), () -> delivered.get() > SAGAS * 5);
      broker.kill();
      killed.countDown();
      broker.restart();
      CompletableFuture.allOf(sagas.toArray(CompletableFuture[]::new)).join();
      threads.shutdown();

      assertInOrder(broker);
    }
  }

  private static List<CompletableFuture<Void>> relayAll(Executor threads, IntConsumer relay) {
    return IntStream.range(0, SAGAS)
        .mapToObj(saga -> CompletableFuture.runAsync(() -> relay.accept(saga), threads))
        .toList();
  }

  /** One after the other, each until it is acknowledged; the last one to a broker that was away. */
  private static void relay(
      ChannelFixture fixture, int saga, AtomicInteger delivered, CountDownLatch killed) {
    for (int sequence = 0; sequence < COMMANDS_EACH; sequence++) {
      if (sequence == COMMANDS_EACH - 1) {
        await(killed);
      }
      fixture.deliver("saga-" + saga, sequence);
      delivered.incrementAndGet();
    }
  }

  private static void await(CountDownLatch latch) {
    Await.until("the broker is killed", Duration.ofSeconds(60), () -> latch.getCount() == 0);
  }

  private static void assertInOrder(KafkaBroker broker) {
    try (var probe = new KafkaProbe(broker)) {
      List<ReceivedRecord> records = probe.awaitRecords("orders", SAGAS * COMMANDS_EACH);
      for (int i = 0; i < SAGAS; i++) {
        String saga = "saga-" + i;
        var ids = new LinkedHashSet<String>();
        records.stream()
            .filter(entry -> entry.key().equals(saga))
            .forEach(entry -> ids.add(entry.headers().get("commandId")));
        List<String> all =
            IntStream.range(0, COMMANDS_EACH).mapToObj(number -> saga + "." + number).toList();
        assertThat(new ArrayList<>(ids)).isEqualTo(all);
      }
    }
  }
}
