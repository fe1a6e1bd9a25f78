// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.messaging.kafka;

import io.flowmanager.platform.concurrent.Deadline;
import io.flowmanager.saga.application.Connection;
import io.flowmanager.saga.application.EventSource;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;

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
  private final Supplier<Consumer<byte[], byte[]>> consumers;
  private final Supplier<Connection> broker;
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile boolean held;
  private volatile Optional<Connection> trouble = Optional.empty();
  private Thread thread;

  /**
   * @param consumers makes a consumer of the channel's group that neither commits nor chooses
   *     positions by itself
   * @param broker whether the broker can be reached, as somebody else sees it
   */
  public KafkaSource(
      KafkaInput input,
      Surroundings around,
      Supplier<Consumer<byte[], byte[]>> consumers,
      Supplier<Connection> broker) {
    this.input = input;
    this.around = around;
    this.consumers = consumers;
    this.broker = broker;
  }

  @Override
  public void start(ThreadFactory threads) {
    thread = threads.newThread(this::run);
    thread.setName(
        "flow-manager-kafka-" + input.channel().flow() + "-" + input.channel().channel());
    thread.start();
  }

  @Override
  public Connection connection() {
    return trouble.orElseGet(broker);
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
    Consumer<byte[], byte[]> consumer = consumers.get();
    try {
      read(consumer);
    } finally {
      consumer.close(CloseOptions.timeout(LAST_WORD));
    }
  }

  private boolean isNews() {
    return trouble.isEmpty();
  }

  private void failed(RuntimeException failure, int failures) {
    if (isNews()) {
      LOG.log(Level.WARNING, "Channel " + input.channel() + " cannot be read now", failure);
      String reason = failure.getMessage() == null ? failure.toString() : failure.getMessage();
      trouble = Optional.of(new Connection(false, around.clock().instant(), Optional.of(reason)));
    }
    long pause = FIRST_PAUSE.toMillis() << Math.min(10, failures - 1);
    waitForClosing(Math.min(pause, LONGEST_PAUSE.toMillis()));
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
      LOG.log(Level.INFO, "Channel {0} is read again.", input.channel());
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
