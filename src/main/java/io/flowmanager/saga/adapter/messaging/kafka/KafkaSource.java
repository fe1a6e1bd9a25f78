// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.messaging.kafka;

import io.flowmanager.platform.kafka.BrokerState;
import io.flowmanager.platform.kafka.BrokerWatch;
import io.flowmanager.platform.kafka.ConsumerThread;
import io.flowmanager.saga.application.Connection;
import io.flowmanager.saga.application.EventSource;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadFactory;
import org.apache.kafka.clients.consumer.Consumer;

/**
 * Reads the input topics of one channel with one consumer, on one thread. The thread never waits
 * for engine or database: a partition whose records cannot be handled now is paused, and the
 * others, and the membership in the group, go on.
 */
public final class KafkaSource implements EventSource {

  private static final Duration IDLE_POLL = Duration.ofMillis(100);
  private static final Duration BUSY_POLL = Duration.ofMillis(2);
  private static final Duration TELL_INTERVAL = Duration.ofSeconds(1);
  private static final Duration LAST_WORD = Duration.ofSeconds(2);

  private final KafkaInput input;
  private final Surroundings around;
  private final ConsumerThread thread;
  private volatile boolean held;

  public KafkaSource(KafkaInput input, Surroundings around, BrokerWatch watch) {
    this.input = input;
    this.around = around;
    String name = input.channel().flow() + "/" + input.channel().channel();
    var reader = new ConsumerThread.Reader(name, input.group(), this::read);
    this.thread = new ConsumerThread(reader, watch, around.clock());
  }

  @Override
  public void start(ThreadFactory threads) {
    thread.start(threads);
  }

  @Override
  public Connection connection() {
    BrokerState state = thread.state();
    return new Connection(state.up(), state.since(), state.reason());
  }

  @Override
  public void hold() {
    held = true;
  }

  @Override
  public void close(Duration patience) {
    thread.close(patience);
  }

  private void read(Consumer<byte[], byte[]> consumer) {
    var feeds = new Feeds(consumer, input, around);
    consumer.subscribe(input.topics(), feeds);
    Instant toldAt = Instant.EPOCH;
    while (!thread.isClosing()) {
      feeds.take(consumer.poll(feeds.isBusy() ? BUSY_POLL : IDLE_POLL));
      thread.noteMembership(consumer);
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

  private void tell(Feeds feeds) {
    feeds.tellKafka();
    around
        .telemetry()
        .messagesWaiting(input.channel().flow(), input.channel().channel(), feeds.behind());
  }
}
