// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.channel.kafka;

import io.flowmanager.platform.concurrent.Deadline;
import io.flowmanager.platform.concurrent.Mailbox;
import io.flowmanager.platform.kafka.BrokerState;
import io.flowmanager.platform.kafka.BrokerWatch;
import io.flowmanager.saga.application.CommandChannel;
import io.flowmanager.saga.application.Connection;
import io.flowmanager.saga.application.Outgoing;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;

/**
 * Sends a command as one record to each output topic; it is delivered when all of them have
 * acknowledged it. The saga's id is the key, so a saga's commands stay in one partition in their
 * order. The command's id travels in the header {@code commandId}.
 *
 * <p>A producer may wait for a broker when it is given a record. So a thread of the channel's own
 * does that, and while the watch says that the cluster is away, sends fail at once.
 */
public final class KafkaChannel implements CommandChannel {

  private static final int CAPACITY = 100_000;
  private static final int MAX_BATCH = 500;
  private static final Duration CLOSES_WITHIN = Duration.ofSeconds(2);

  private final String name;
  private final List<String> topics;
  private final BrokerWatch watch;
  private final SendBudget budget;
  private final RenewedProducer producers;
  private final Mailbox<Parcel> mailbox;

  /**
   * @param name what the thread is called after
   * @param topics a command goes to each of them
   * @param settings how long a send may take
   */
  public KafkaChannel(
      String name, List<String> topics, BrokerWatch watch, ProducerSettings settings) {
    this.name = name;
    this.topics = topics;
    this.watch = watch;
    this.budget = new SendBudget(settings.sendTimeout());
    this.producers = new RenewedProducer(watch, settings);
    this.mailbox = new Mailbox<>("flow-manager-send-" + name, CAPACITY, MAX_BATCH, this::post);
  }

  @Override
  public void start(ThreadFactory threads) {
    watch.start(threads);
    mailbox.start(threads);
  }

  @Override
  public CompletionStage<Void> send(Outgoing message) {
    var parcel = new Parcel(message, new CompletableFuture<>(), Deadline.after(budget.queue()));
    if (watch.isLost()) {
      parcel.fail("Kafka is away: " + watch.state().reason().orElse("no answer"));
    } else if (!mailbox.offer(parcel)) {
      parcel.fail("The channel " + name + " is full or closed.");
    } else {
      long bound = budget.whole().toMillis();
      parcel.delivered().orTimeout(bound, TimeUnit.MILLISECONDS);
    }
    return parcel.delivered();
  }

  private void post(List<Parcel> parcels) {
    KafkaProducer<byte[], byte[]> producer;
    try {
      producer = producers.current();
    } catch (RuntimeException e) {
      String why = "No Kafka client can be made: " + safe(e);
      parcels.forEach(parcel -> parcel.fail(why));
      return;
    }
    parcels.forEach(parcel -> post(producer, parcel));
  }

  private void post(KafkaProducer<byte[], byte[]> producer, Parcel parcel) {
    if (parcel.isLate() || watch.isLost()) {
      parcel.fail("Kafka did not take the commands before this one in time.");
      return;
    }
    try {
      byte[] value = parcel.value();
      var sends = topics.stream().map(topic -> send(producer, parcel, topic, value)).toList();
      CompletableFuture.allOf(sends.toArray(CompletableFuture[]::new))
          .thenRun(() -> parcel.delivered().complete(null));
    } catch (RuntimeException e) {
      // A producer that was not let in once throws from then on and calls nobody back.
      failed(producer, e);
      parcel.fail("Kafka did not take the command: " + safe(e));
    }
  }

  private CompletableFuture<Void> send(
      KafkaProducer<byte[], byte[]> producer, Parcel parcel, String topic, byte[] value) {
    var acknowledged = new CompletableFuture<Void>();
    producer.send(
        parcel.to(topic, value),
        (metadata, failure) -> {
          if (failure == null) {
            acknowledged.complete(null);
          } else {
            failed(producer, failure);
            parcel.fail("Kafka topic " + topic + " did not take the command: " + safe(failure));
          }
        });
    return acknowledged;
  }

  /**
   * A producer that was refused while it asked for its id never sends again, and its records only
   * run out of time. So one that lets records run out of time is given up as well.
   */
  private void failed(KafkaProducer<byte[], byte[]> producer, Exception failure) {
    boolean mayPass =
        failure instanceof RetriableException && !(failure instanceof TimeoutException)
            || failure instanceof RecordTooLargeException
            || failure instanceof TopicAuthorizationException
            || failure instanceof InvalidTopicException;
    if (!mayPass) {
      producers.giveUp(producer);
    }
  }

  private String safe(Throwable failure) {
    try {
      return watch.access().reason(failure);
    } catch (RuntimeException unreadable) {
      return failure.getClass().getSimpleName();
    }
  }

  @Override
  public Optional<Connection> connection() {
    BrokerState state = watch.state();
    return Optional.of(new Connection(state.up(), state.since(), state.reason()));
  }

  @Override
  public void close() {
    Deadline deadline = Deadline.after(CLOSES_WITHIN);
    mailbox.stop(deadline.remaining());
    producers.close(deadline.remaining());
    watch.close(deadline.remaining());
  }
}
