// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.channel.kafka;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.platform.kafka.BrokerState;
import io.flowmanager.platform.kafka.BrokerWatch;
import io.flowmanager.platform.kafka.ProducerSettings;
import io.flowmanager.platform.kafka.RecordSender;
import io.flowmanager.saga.application.channel.CommandChannel;
import io.flowmanager.saga.application.channel.Connection;
import io.flowmanager.saga.application.channel.Outgoing;
import io.flowmanager.saga.domain.Command;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Sends a command as one record to each output topic; it is delivered when all of them have
 * acknowledged it. The saga's id is the key, so a saga's commands stay in one partition in their
 * order. The command's id travels in the header {@code commandId}.
 */
public final class KafkaChannel implements CommandChannel {

  private final List<String> topics;
  private final BrokerWatch watch;
  private final RecordSender sender;

  /**
   * @param name part of the thread's name
   * @param topics every command is sent to each of them
   * @param settings includes the time limit for a send
   */
  public KafkaChannel(
      String name, List<String> topics, BrokerWatch watch, ProducerSettings settings) {
    this.topics = topics;
    this.watch = watch;
    this.sender = new RecordSender(name, watch, settings);
  }

  @Override
  public void start(ThreadFactory threads) {
    sender.start(threads);
  }

  @Override
  public CompletionStage<Void> send(Outgoing message) {
    return sender.send(() -> records(message)).handle(this::named);
  }

  /** Adds a message: that of a timeout alone says nothing. */
  private Void named(Void done, Throwable failure) {
    if (failure == null) {
      return done;
    }
    String what =
        failure instanceof TimeoutException
            ? "the command was not acknowledged in time"
            : failure.getMessage();
    throw new UndeliveredCommandException(
        what.contains(watch.brokers()) ? what : "Kafka at " + watch.brokers() + ": " + what);
  }

  private List<ProducerRecord<byte[], byte[]>> records(Outgoing message) {
    byte[] value = JsonText.bytes(message.message());
    return topics.stream().map(topic -> entry(topic, message.command(), value)).toList();
  }

  private static ProducerRecord<byte[], byte[]> entry(String topic, Command command, byte[] value) {
    var entry = new ProducerRecord<>(topic, bytes(command.id().saga().value()), value);
    entry.headers().add("commandId", bytes(command.id().toString()));
    return entry;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public Optional<Connection> connection() {
    BrokerState state = sender.state();
    return Optional.of(new Connection(state.up(), state.since(), state.reason()));
  }

  @Override
  public void close() {
    sender.close();
  }
}
