// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.channel.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.platform.kafka.BrokerWatch;
import io.flowmanager.platform.kafka.KafkaAccess;
import io.flowmanager.platform.kafka.ProducerSettings;
import io.flowmanager.saga.application.channel.Outgoing;
import io.flowmanager.saga.domain.Command;
import io.flowmanager.saga.domain.CommandId;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.testing.Await;
import io.flowmanager.testing.DaemonThreads;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A channel that is open, and commands for it. */
final class ChannelFixture implements AutoCloseable {

  static final Duration SEND_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration BOUND = Duration.ofSeconds(30);
  private static final int MOST_FAILURES = 10;

  final KafkaChannel channel;

  ChannelFixture(Supplier<KafkaAccess> access, String... topics) {
    this(access, SEND_TIMEOUT, topics);
  }

  ChannelFixture(Supplier<KafkaAccess> access, Duration sendTimeout, String... topics) {
    var watch = new BrokerWatch("orders/kafka", access, Clock.systemUTC());
    channel =
        new KafkaChannel("orders/kafka", List.of(topics), watch, new ProducerSettings(sendTimeout));
    channel.start(new DaemonThreads());
  }

  CompletableFuture<Void> send(String saga, long sequence) {
    return channel
        .send(new Outgoing(command(saga, sequence, "{\"order\": 1}"), Optional.empty()))
        .toCompletableFuture();
  }

  static Command command(String saga, long sequence, String payload) {
    return new Command(
        new CommandId(new SagaId(saga), sequence, 0),
        "RESERVING",
        "kafka",
        "reserve",
        JsonText.parse(payload).asJsonObject());
  }

  void awaitUp() {
    Await.until("the broker is found", BOUND, () -> isUp());
  }

  void awaitDown() {
    Await.until("the broker is missed", BOUND, () -> !isUp());
  }

  void awaitReason(String words) {
    Await.until(
        () -> "the reason is \"" + words + "\", not " + channel.connection(),
        BOUND,
        () ->
            channel.connection().orElseThrow().reason().filter(r -> r.contains(words)).isPresent());
  }

  boolean isUp() {
    return channel.connection().orElseThrow().up();
  }

  /** Waits until the send is over; the message of its failure, if it failed. */
  static Optional<String> outcome(CompletableFuture<Void> send) {
    try {
      send.orTimeout(BOUND.toSeconds(), TimeUnit.SECONDS).join();
      return Optional.empty();
    } catch (CompletionException e) {
      return Optional.of(String.valueOf(e.getCause().getMessage()));
    }
  }

  /** Sends until it goes well, as the relay does; how often it went wrong. */
  int deliver(String saga, long sequence) {
    int failures = 0;
    for (var why = outcome(send(saga, sequence));
        why.isPresent();
        why = outcome(send(saga, sequence))) {
      failures++;
      assertThat(failures).as("failures, the last one: %s", why.get()).isLessThan(MOST_FAILURES);
      Await.until("the broker is found", BOUND, this::isUp);
    }
    return failures;
  }

  @Override
  public void close() {
    channel.close();
  }
}
