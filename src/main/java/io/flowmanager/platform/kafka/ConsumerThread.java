// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.kafka;

import io.flowmanager.platform.concurrent.Deadline;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The thread of one consumer of a group. When the consumer fails, the thread creates a new one
 * after an increasing pause. It reports whether the group is read.
 */
public final class ConsumerThread {

  private static final Logger LOG = System.getLogger("io.flowmanager.channel.kafka");
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);
  private static final Duration IDLE_POLL = Duration.ofMillis(100);
  private static final Duration BUSY_POLL = Duration.ofMillis(2);
  private static final Duration TELL_INTERVAL = Duration.ofSeconds(1);

  private final Reader reader;
  private final BrokerWatch watch;
  private final Clock clock;
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile Optional<BrokerState> trouble = Optional.empty();
  private Thread thread;

  /**
   * What the thread reads.
   *
   * @param name name in the log and of the thread
   * @param reading creates the reading for each consumer
   */
  public record Reader(
      String name, String group, List<String> topics, Function<Subscription, Reading> reading) {}

  public ConsumerThread(Reader reader, BrokerWatch watch, Clock clock) {
    this.reader = reader;
    this.watch = watch;
    this.clock = clock;
  }

  /** Starts reading, whether or not the cluster is reachable. */
  public void start(ThreadFactory threads) {
    watch.start(threads);
    thread = threads.newThread(this::run);
    thread.setName("flow-manager-read-" + reader.name());
    thread.start();
  }

  /**
   * Whether the group is read. If the reader has no failure of its own, this is whether the cluster
   * is up.
   */
  public BrokerState state() {
    return trouble.orElseGet(watch::state);
  }

  /** Stops reading, and waits for the end at most for that time. */
  public void close(Duration timeout) {
    closing.countDown();
    if (thread == null) {
      return;
    }
    Deadline deadline = Deadline.after(timeout);
    try {
      thread.join(Math.max(1, deadline.remaining().toMillis()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (thread.isAlive()) {
      thread.interrupt();
    }
    watch.close(deadline.remaining());
  }

  private void run() {
    int failures = 0;
    while (!isClosing()) {
      try {
        connect();
      } catch (RuntimeException | Error e) {
        // Errors as well: without this thread the channel would be dead but look alive.
        failures = isNews() ? 1 : failures + 1;
        failed(e, failures);
      }
    }
  }

  private void connect() {
    KafkaAccess access = watch.access();
    var admin = Admin.create(access.forAdmin(Map.of(), Map.of()));
    try (var ids = new TopicIds(reader.name(), admin, reader.topics())) {
      connect(access, ids);
    }
  }

  private void connect(KafkaAccess access, TopicIds ids) {
    Consumer<byte[], byte[]> consumer = open(access);
    try {
      var points = new ResumePoints(consumer, ids, ConsumerRules.whereNew(access));
      read(new Subscription(consumer, ids, points));
    } finally {
      consumer.close(CloseOptions.timeout(CLOSE_TIMEOUT));
    }
  }

  private void read(Subscription subscription) {
    Reading reading = reader.reading().apply(subscription);
    try {
      subscription.consumer().subscribe(reader.topics(), reading);
      poll(subscription, reading);
      reading.finish();
    } finally {
      // A retry of this reader must not overlap with the next reader of the partitions.
      reading.hold();
    }
  }

  private void poll(Subscription subscription, Reading reading) {
    Instant toldAt = Instant.EPOCH;
    while (!isClosing()) {
      pollOnce(subscription, reading);
      noteMembership(subscription.consumer());
      reading.step();
      Instant now = clock.instant();
      if (!now.isBefore(toldAt.plus(TELL_INTERVAL))) {
        reading.tell();
        subscription.ids().refresh();
        toldAt = now;
      }
    }
  }

  private static void pollOnce(Subscription subscription, Reading reading) {
    try {
      ConsumerRecords<byte[], byte[]> records =
          subscription.consumer().poll(reading.isBusy() ? BUSY_POLL : IDLE_POLL);
      if (!records.isEmpty()) {
        subscription.ids().confirm(topics(records));
        reading.take(records);
      }
    } catch (OffsetOutOfRangeException e) {
      reading.refused(subscription.points().refused(e));
    }
  }

  private static Set<String> topics(ConsumerRecords<?, ?> records) {
    return records.partitions().stream().map(TopicPartition::topic).collect(Collectors.toSet());
  }

  private Consumer<byte[], byte[]> open(KafkaAccess access) {
    Map<String, Object> properties =
        access.forConsumer(ConsumerRules.PREFERRED, ConsumerRules.required(reader.group()));
    return new KafkaConsumer<>(
        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private boolean isNews() {
    return trouble.isEmpty();
  }

  private void failed(Throwable failure, int failures) {
    if (isNews()) {
      String reason = safe(failure);
      LOG.log(Level.WARNING, "Channel {0} cannot be read now: {1}", reader.name(), reason);
      trouble = Optional.of(new BrokerState(false, clock.instant(), Optional.of(reason)));
    }
    long pause = FIRST_PAUSE.toMillis() << Math.min(10, failures - 1);
    waitForClosing(Math.min(pause, LONGEST_PAUSE.toMillis()));
  }

  private String safe(Throwable failure) {
    try {
      return watch.access().reason(failure);
    } catch (UncheckedIOException unreadable) {
      return unreadable.getMessage();
    }
  }

  private void waitForClosing(long millis) {
    try {
      closing.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      closing.countDown();
    }
  }

  private boolean isClosing() {
    return closing.getCount() == 0;
  }

  /** A consumer that lacks permission to read is refused only when it joins its group. */
  private void noteMembership(Consumer<?, ?> consumer) {
    if (trouble.isPresent() && !consumer.groupMetadata().memberId().isEmpty()) {
      LOG.log(Level.INFO, "Channel {0} is read again.", reader.name());
      trouble = Optional.empty();
    }
  }
}
