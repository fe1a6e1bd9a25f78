// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.messaging.kafka;

import io.flowmanager.platform.kafka.BrokerState;
import io.flowmanager.platform.kafka.BrokerWatch;
import io.flowmanager.platform.kafka.ConsumerThread;
import io.flowmanager.saga.application.channel.Connection;
import io.flowmanager.saga.application.inbox.EventSource;
import java.time.Duration;
import java.util.concurrent.ThreadFactory;

/**
 * Reads the input topics of one channel with one consumer, on one thread. The thread never waits
 * for the engine or the database: a partition whose records cannot be handled now is paused; the
 * other partitions and the membership in the group are not affected.
 */
public final class KafkaSource implements EventSource {

  private final ConsumerThread thread;
  private volatile boolean held;

  public KafkaSource(KafkaInput input, KafkaDependencies around, BrokerWatch watch) {
    var reader =
        new ConsumerThread.Reader(
            input.channel().toString(),
            input.group(),
            input.topics(),
            subscription -> new AssignedPartitions(subscription, input, around, () -> held));
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
  public void close(Duration timeout) {
    thread.close(timeout);
  }
}
