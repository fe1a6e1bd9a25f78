// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.adapter.messaging.kafka;

import io.flowmanager.platform.json.UntrustedJson;
import io.flowmanager.platform.kafka.BrokerState;
import io.flowmanager.platform.kafka.BrokerWatch;
import io.flowmanager.platform.kafka.ConsumerThread;
import io.flowmanager.router.adapter.messaging.kafka.MessageReader.Content;
import io.flowmanager.router.application.message.ConsumeMessages;
import io.flowmanager.router.application.message.ResetCounter;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads both topics with one consumer, on one thread that waits for nothing but Kafka. */
public final class KafkaMessages {

  private final MessageReader reader;
  private final ConsumeMessages messages;
  private final ConsumerThread thread;

  /** Handles messages, and counts positions that no longer existed. */
  public record Handling(ConsumeMessages messages, ResetCounter resets) {}

  /**
   * @param json parses untrusted JSON within limits
   */
  public KafkaMessages(
      RouterTopics topics, UntrustedJson json, Handling handling, BrokerWatch watch, Clock clock) {
    this.messages = handling.messages();
    var around = new Partitions.Around(handling.resets(), clock);
    this.reader = new MessageReader(topics, json);
    this.thread =
        new ConsumerThread(
            new ConsumerThread.Reader(
                "router",
                topics.group(),
                topics.names(),
                subscription ->
                    new Partitions(
                        subscription,
                        () -> new PartitionQueue(this::handle, topics.maxInFlight()),
                        around)),
            watch,
            clock);
  }

  /** Starts reading, whether or not the cluster is reachable. */
  public void start(ThreadFactory threads) {
    thread.start(threads);
  }

  /** Whether the topics are read. */
  public BrokerState state() {
    return thread.state();
  }

  /** Stops reading, waits for running messages at most for that time, and ends. */
  public void close(Duration patience) {
    thread.close(patience);
  }

  private CompletableFuture<Boolean> handle(
      ConsumerRecord<byte[], byte[]> entry, BooleanSupplier isOurs) {
    Content content = reader.read(entry);
    if (content instanceof Content.Unreadable garbage) {
      messages.skip(garbage.place(), garbage.why());
      return CompletableFuture.completedFuture(true);
    }
    return messages.handle(((Content.Readable) content).message(), isOurs).toCompletableFuture();
  }
}
