// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Answers each command {@code cN} with the event {@code eN}, repeats included, and remembers which
 * commands came. It reads all partitions from their beginning and belongs to no group.
 */
public final class StairsParticipant implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(50);

  private final String events;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final KafkaProducer<byte[], byte[]> producer;
  private final Map<String, Queue<String>> received = new ConcurrentHashMap<>();
  private final Thread thread = new Thread(this::run, "stairs-participant");
  private volatile boolean open = true;

  private StairsParticipant(KafkaBroker broker, String commands, String events) {
    this.events = events;
    Map<String, Object> address =
        Map.of("bootstrap.servers", broker.bootstrap(), "reconnect.backoff.max.ms", "200");
    this.consumer =
        new KafkaConsumer<>(address, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    this.producer =
        new KafkaProducer<>(address, new ByteArraySerializer(), new ByteArraySerializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(commands).stream()
            .map(info -> new TopicPartition(commands, info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  public static StairsParticipant at(StairsFlow flow) {
    var participant = new StairsParticipant(flow.broker(), flow.commands(), flow.events());
    participant.thread.start();
    return participant;
  }

  private void run() {
    while (open) {
      consumer.poll(POLL).forEach(this::answer);
    }
    consumer.close();
    producer.close(Duration.ofSeconds(1));
  }

  private void answer(ConsumerRecord<byte[], byte[]> command) {
    String saga = new String(command.key(), StandardCharsets.UTF_8);
    byte[] id = command.headers().lastHeader("commandId").value();
    received
        .computeIfAbsent(saga, key -> new ConcurrentLinkedQueue<>())
        .add(new String(id, StandardCharsets.UTF_8));
    String value = new String(command.value(), StandardCharsets.UTF_8);
    int label = value.indexOf("\"messageLabel\":\"c") + "\"messageLabel\":\"c".length();
    String step = value.substring(label, value.indexOf('"', label));
    String event = "{\"messageLabel\":\"e" + step + "\",\"messagePayload\":{\"n" + step + "\":1}}";
    producer.send(
        new ProducerRecord<>(events, command.key(), event.getBytes(StandardCharsets.UTF_8)));
  }

  /** Ids of the commands of a saga, in the order in which they came, repeats included. */
  public List<String> commandsOf(String saga) {
    return List.copyOf(received.getOrDefault(saga, new ConcurrentLinkedQueue<>()));
  }

  /** How many commands came, repeats included. */
  public int count() {
    return received.values().stream().mapToInt(Queue::size).sum();
  }

  @Override
  public void close() {
    open = false;
    try {
      thread.join(10_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
