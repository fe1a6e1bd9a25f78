// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.kafka;

import io.flowmanager.platform.concurrent.BatchingQueue;
import io.flowmanager.platform.concurrent.Deadline;
import io.flowmanager.platform.kafka.UnsentRecordException.Fault;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;

/**
 * Sends records, in the order of the calls, and says when the cluster has them. Safe for use by
 * many threads; calls return at once.
 *
 * <p>A producer may wait for a broker when it is given a record. So a thread of the sender's own
 * does that, and while the watch says that the cluster is away, sends fail at once.
 */
public final class RecordSender {

  private static final int CAPACITY = 100_000;
  private static final int MAX_BATCH = 500;
  private static final Duration CLOSES_WITHIN = Duration.ofSeconds(2);

  private final String name;
  private final BrokerWatch watch;
  private final SendBudget budget;
  private final RenewedProducer producers;
  private final BatchingQueue<Parcel> queue;
  private volatile boolean closed;

  /**
   * @param leavesBy when it must be with the producer
   */
  private record Parcel(
      Supplier<List<ProducerRecord<byte[], byte[]>>> content,
      CompletableFuture<Void> delivered,
      Deadline leavesBy) {

    void fail(String why) {
      fail(Fault.ELSEWHERE, why);
    }

    void fail(Fault fault, String why) {
      delivered.completeExceptionally(new UnsentRecordException(fault, why));
    }
  }

  /**
   * @param name what the thread is called after
   * @param settings how long a send may take
   */
  public RecordSender(String name, BrokerWatch watch, ProducerSettings settings) {
    this.name = name;
    this.watch = watch;
    this.budget = new SendBudget(settings.sendTimeout());
    this.producers = new RenewedProducer(watch, settings);
    this.queue = new BatchingQueue<>("flow-manager-send-" + name, CAPACITY, MAX_BATCH, this::post);
  }

  /** Begins to send, on threads of the factory, whether the cluster is there or not. */
  public void start(ThreadFactory threads) {
    watch.start(threads);
    queue.start(threads);
  }

  /**
   * Sends the records, which are made on the sender's thread.
   *
   * @return completes when all of them are acknowledged; completes exceptionally with an {@link
   *     UnsentRecordException}, within the bound for a send, when that is not known to be so
   */
  public CompletionStage<Void> send(Supplier<List<ProducerRecord<byte[], byte[]>>> records) {
    var parcel = new Parcel(records, new CompletableFuture<>(), Deadline.after(budget.queue()));
    if (watch.isLost()) {
      parcel.fail("Kafka is away: " + watch.state().reason().orElse("no answer"));
    } else if (!queue.offer(parcel)) {
      parcel.fail("The channel " + name + " is full or closed.");
    } else {
      long bound = budget.whole().toMillis();
      parcel.delivered().orTimeout(bound, TimeUnit.MILLISECONDS);
    }
    return parcel.delivered();
  }

  private void post(List<Parcel> parcels) {
    if (closed) {
      parcels.forEach(parcel -> parcel.fail("The channel " + name + " is closed."));
      return;
    }
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
    if (parcel.leavesBy().remaining().isZero() || watch.isLost()) {
      parcel.fail("Kafka did not take the records before this one in time.");
      return;
    }
    List<ProducerRecord<byte[], byte[]>> records;
    try {
      records = parcel.content().get();
    } catch (RuntimeException e) {
      parcel.fail(Fault.REFUSED, "The record cannot be made: " + safe(e));
      return;
    }
    post(producer, parcel, records);
  }

  private void post(
      KafkaProducer<byte[], byte[]> producer,
      Parcel parcel,
      List<ProducerRecord<byte[], byte[]>> records) {
    try {
      var sends = records.stream().map(entry -> send(producer, parcel, entry)).toList();
      CompletableFuture.allOf(sends.toArray(CompletableFuture[]::new))
          .thenRun(() -> parcel.delivered().complete(null));
    } catch (RuntimeException e) {
      // A producer that was not let in once throws from then on and calls nobody back.
      failed(producer, e);
      parcel.fail("Kafka did not take the record: " + safe(e));
    }
  }

  private CompletableFuture<Void> send(
      KafkaProducer<byte[], byte[]> producer, Parcel parcel, ProducerRecord<byte[], byte[]> entry) {
    var acknowledged = new CompletableFuture<Void>();
    producer.send(
        entry,
        (metadata, failure) -> {
          if (failure == null) {
            acknowledged.complete(null);
          } else {
            failed(producer, failure);
            parcel.fail(
                fault(failure),
                "Kafka topic " + entry.topic() + " did not take it: " + safe(failure));
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
            || fault(failure) != Fault.ELSEWHERE
            || failure instanceof TopicAuthorizationException
            || failure instanceof InvalidTopicException;
    if (!mayPass) {
      producers.giveUp(producer);
    }
  }

  private static Fault fault(Exception failure) {
    if (failure instanceof RecordTooLargeException
        || failure instanceof RecordBatchTooLargeException) {
      return Fault.TOO_LARGE;
    }
    boolean isRefused =
        failure instanceof InvalidRecordException || failure instanceof InvalidTimestampException;
    return isRefused ? Fault.REFUSED : Fault.ELSEWHERE;
  }

  private String safe(Throwable failure) {
    try {
      return watch.access().reason(failure);
    } catch (RuntimeException unreadable) {
      return failure.getClass().getSimpleName();
    }
  }

  /** Whether the cluster is there. */
  public BrokerState state() {
    return watch.state();
  }

  /** Lets what is on its way end, within a bound, and lets go of connections. */
  public void close() {
    close(CLOSES_WITHIN);
  }

  /** The same, within that time. What still waits then fails. */
  public void close(Duration timeout) {
    Deadline deadline = Deadline.after(timeout);
    queue.stop(deadline.remaining());
    closed = true;
    producers.close(deadline.remaining());
    watch.close(deadline.remaining());
  }
}
