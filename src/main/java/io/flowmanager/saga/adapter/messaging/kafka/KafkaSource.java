// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.messaging.kafka;

import io.flowmanager.platform.concurrent.Deadline;
import io.flowmanager.platform.kafka.BrokerState;
import io.flowmanager.platform.kafka.BrokerWatch;
import io.flowmanager.saga.application.Connection;
import io.flowmanager.saga.application.EventSource;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads the input topics of one channel with one consumer, on one thread. The thread never waits
 * for engine or database: a partition whose records cannot be handled now is paused, and the
 * others, and the membership in the group, go on.
 */
public final class KafkaSource implements EventSource {

  private static final Logger LOG = System.getLogger("io.flowmanager.channel.kafka");
  private static final Duration IDLE_POLL = Duration.ofMillis(100);
  private static final Duration BUSY_POLL = Duration.ofMillis(2);
  private static final Duration TELL_INTERVAL = Duration.ofSeconds(1);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final Duration LAST_WORD = Duration.ofSeconds(2);

  private final KafkaInput input;
  private final Surroundings around;
  private final BrokerWatch watch;
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile boolean held;
  private volatile Optional<Connection> trouble = Optional.empty();
  private Thread thread;

  public KafkaSource(KafkaInput input, Surroundings around, BrokerWatch watch) {
    this.input = input;
    this.around = around;
    this.watch = watch;
  }

  @Override
  public void start(ThreadFactory threads) {
    watch.start(threads);
    thread = threads.newThread(this::run);
    thread.setName("flow-manager-read-" + name());
    thread.start();
  }

  @Override
  public Connection connection() {
    return trouble.orElseGet(this::broker);
  }

  private Connection broker() {
    BrokerState state = watch.state();
    return new Connection(state.up(), state.since(), state.reason());
  }

  @Override
  public void hold() {
    held = true;
  }

  @Override
  public void close(Duration patience) {
    closing.countDown();
    if (thread == null) {
      return;
    }
    Deadline deadline = Deadline.after(patience);
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
      } catch (RuntimeException e) {
        failures = isNews() ? 1 : failures + 1;
        failed(e, failures);
      }
    }
  }

  private void connect() {
    Consumer<byte[], byte[]> consumer = open();
    try {
      read(consumer);
    } finally {
      consumer.close(CloseOptions.timeout(LAST_WORD));
    }
  }

  private Consumer<byte[], byte[]> open() {
    Map<String, Object> properties =
        watch.access().forConsumer(ConsumerRules.PREFERRED, ConsumerRules.required(input.group()));
    return new KafkaConsumer<>(
        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private boolean isNews() {
    return trouble.isEmpty();
  }

  private void failed(RuntimeException failure, int failures) {
    if (isNews()) {
      String reason = safe(failure);
      LOG.log(Level.WARNING, "Channel {0} cannot be read now: {1}", name(), reason);
      trouble = Optional.of(new Connection(false, around.clock().instant(), Optional.of(reason)));
    }
    long pause = FIRST_PAUSE.toMillis() << Math.min(10, failures - 1);
    waitForClosing(Math.min(pause, LONGEST_PAUSE.toMillis()));
  }

  private String safe(RuntimeException failure) {
    try {
      return watch.access().reason(failure);
    } catch (UncheckedIOException unreadable) {
      return unreadable.getMessage();
    }
  }

  private String name() {
    return input.channel().flow() + "/" + input.channel().channel();
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

  private void read(Consumer<byte[], byte[]> consumer) {
    var feeds = new Feeds(consumer, input, around);
    consumer.subscribe(input.topics(), feeds);
    Instant toldAt = Instant.EPOCH;
    while (!isClosing()) {
      feeds.take(consumer.poll(feeds.isBusy() ? BUSY_POLL : IDLE_POLL));
      noteMembership(consumer);
      if (held) {
        feeds.hold();
      }
      feeds.step();
      Instant now = around.clock().instant();
      if (!now.isBefore(toldAt.plus(TELL_INTERVAL))) {
        tell(feeds);
        toldAt = now;
      }
    }
    feeds.settle();
    feeds.tellKafkaNow(LAST_WORD);
  }

  /** A consumer that may not read is not refused before it asks to join its group. */
  private void noteMembership(Consumer<?, ?> consumer) {
    if (trouble.isPresent() && !consumer.groupMetadata().memberId().isEmpty()) {
      LOG.log(Level.INFO, "Channel {0} is read again.", name());
      trouble = Optional.empty();
    }
  }

  private void tell(Feeds feeds) {
    feeds.tellKafka();
    around
        .telemetry()
        .messagesWaiting(input.channel().flow(), input.channel().channel(), feeds.behind());
  }
}
