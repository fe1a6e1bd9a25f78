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
 * Sends records in the order of the calls, and reports when the cluster has acknowledged them.
 * Thread-safe; calls return at once.
 *
 * <p>A producer may block when it is given a record. So the sender has a thread for it, and while
 * the watch reports that the cluster is unreachable, sends fail at once.
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
   * @param leavesBy latest time to pass it to the producer
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
   * @param name part of the thread's name
   * @param settings includes the time limit for a send
   */
  public RecordSender(String name, BrokerWatch watch, ProducerSettings settings) {
    this.name = name;
    this.watch = watch;
    this.budget = new SendBudget(settings.sendTimeout());
    this.producers = new RenewedProducer(watch, settings);
    this.queue = new BatchingQueue<>("flow-manager-send-" + name, CAPACITY, MAX_BATCH, this::post);
  }

  /** Starts sending, on threads of the factory, whether or not the cluster is reachable. */
  public void start(ThreadFactory threads) {
    watch.start(threads);
    queue.start(threads);
  }

  /**
   * Sends the records, which the sender's thread gets from the supplier.
   *
   * @return completes when all of them are acknowledged. Completes exceptionally with an {@link
   *     UnsentRecordException}, within the time limit of a send, if there is no acknowledgement
   */
  public CompletionStage<Void> send(Supplier<List<ProducerRecord<byte[], byte[]>>> records) {
    var parcel = new Parcel(records, new CompletableFuture<>(), Deadline.after(budget.queue()));
    if (watch.isLost()) {
      parcel.fail("Kafka is unreachable: " + watch.state().reason().orElse("no answer"));
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
      String why = "No Kafka client can be created: " + safe(e);
      parcels.forEach(parcel -> parcel.fail(why));
      return;
    }
    parcels.forEach(parcel -> post(producer, parcel));
  }

  private void post(KafkaProducer<byte[], byte[]> producer, Parcel parcel) {
    if (parcel.leavesBy().remaining().isZero() || watch.isLost()) {
      parcel.fail("Kafka did not accept the records before this one in time.");
      return;
    }
    List<ProducerRecord<byte[], byte[]>> records;
    try {
      records = parcel.content().get();
    } catch (RuntimeException e) {
      parcel.fail(Fault.REFUSED, "The record cannot be created: " + safe(e));
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
      // A producer whose login failed once only throws from then on, without callbacks.
      failed(producer, e);
      parcel.fail("Kafka did not accept the record: " + safe(e));
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
                "Kafka topic " + entry.topic() + " did not accept it: " + safe(failure));
          }
        });
    return acknowledged;
  }

  /**
   * A producer that was refused when it requested its id never sends again, and its records time
   * out. So a producer is also replaced after a timeout.
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

  /** Whether the cluster is reachable. */
  public BrokerState state() {
    return watch.state();
  }

  /** Waits for running sends, within a bounded time, and closes the connections. */
  public void close() {
    close(CLOSES_WITHIN);
  }

  /** The same, within that time. Sends that still wait then fail. */
  public void close(Duration timeout) {
    Deadline deadline = Deadline.after(timeout);
    queue.stop(deadline.remaining());
    closed = true;
    producers.close(deadline.remaining());
    watch.close(deadline.remaining());
  }
}
