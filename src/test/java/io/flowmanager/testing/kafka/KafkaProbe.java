// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What a test says to a broker, over its plain listener. Every call has a bound. */
public final class KafkaProbe implements AutoCloseable {

  private static final Duration BOUND = Duration.ofSeconds(30);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final int ANSWER_SECONDS = 5;
  private static final int SCRAM_ITERATIONS = 4096;

  /** Kept, since a logger that nobody refers to forgets its level. */
  private static final Logger CLIENTS = Logger.getLogger("org.apache.kafka");

  static {
    CLIENTS.setLevel(Level.SEVERE);
  }

  private final String bootstrap;
  private final Admin admin;
  private KafkaProducer<byte[], byte[]> producer;

  public KafkaProbe(KafkaBroker broker) {
    this.bootstrap = broker.bootstrap();
    this.admin =
        Admin.create(Map.of("bootstrap.servers", bootstrap, "reconnect.backoff.max.ms", "200"));
  }

  /** A topic that keeps records of up to 10 MB. */
  public void createTopic(String name, int partitions) {
    createTopic(name, partitions, Map.of("max.message.bytes", "10000000"));
  }

  public void createTopic(String name, int partitions, Map<String, String> configs) {
    var topic = new NewTopic(name, partitions, (short) 1).configs(configs);
    await(admin.createTopics(List.of(topic)).all());
  }

  /** Deletes the topic and makes it anew, empty. */
  public void recreateTopic(String name, int partitions) {
    deleteTopic(name);
    createTopic(name, partitions);
  }

  public void deleteTopic(String name) {
    await(admin.deleteTopics(List.of(name)).all());
  }

  public void addPartitions(String name, int count) {
    await(admin.createPartitions(Map.of(name, NewPartitions.increaseTo(count))).all());
  }

  /** Deletes the records before that offset, as a retention would. */
  public void deleteRecords(String topic, int partition, long before) {
    var place = new TopicPartition(topic, partition);
    await(admin.deleteRecords(Map.of(place, RecordsToDelete.beforeOffset(before))).all());
  }

  /** Lets the user in with SCRAM-SHA-256 and SCRAM-SHA-512, or gives it another password. */
  public void scramUser(String name, String password) {
    for (ScramMechanism mechanism :
        List.of(ScramMechanism.SCRAM_SHA_256, ScramMechanism.SCRAM_SHA_512)) {
      var info = new ScramCredentialInfo(mechanism, SCRAM_ITERATIONS);
      await(
          admin
              .alterUserScramCredentials(
                  List.of(new UserScramCredentialUpsertion(name, info, password)))
              .all());
    }
  }

  /** How many records of all partitions the group has committed. */
  public long committed(String group) {
    return await(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
        .values()
        .stream()
        .mapToLong(OffsetAndMetadata::offset)
        .sum();
  }

  /** Whether no member of the group has a partition. */
  public boolean isReadByNobody(String group) {
    return await(admin.describeConsumerGroups(List.of(group)).describedGroups().get(group))
        .members()
        .stream()
        .allMatch(member -> member.assignment().topicPartitions().isEmpty());
  }

  /** The administrator's own client. */
  public Admin admin() {
    return admin;
  }

  boolean isAnswered() {
    try {
      return !admin.describeCluster().nodes().get(ANSWER_SECONDS, TimeUnit.SECONDS).isEmpty();
    } catch (ExecutionException | TimeoutException notYet) {
      return false;
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** Sends a text with headers and waits until the broker has it. */
  public void send(String topic, String key, String value, Map<String, String> headers) {
    var entry = new ProducerRecord<>(topic, bytes(key), bytes(value));
    headers.forEach((name, text) -> entry.headers().add(name, bytes(text)));
    await(send(entry));
  }

  /** Sends any bytes to any partition; the caller waits, or does not. */
  public Future<?> send(ProducerRecord<byte[], byte[]> entry) {
    if (producer == null) {
      producer =
          new KafkaProducer<>(
              Map.of("bootstrap.servers", bootstrap, "max.request.size", "10000000"),
              new ByteArraySerializer(),
              new ByteArraySerializer());
    }
    return producer.send(entry);
  }

  /** All records of the topic from its beginning, once there are that many; in order per key. */
  public List<ReceivedRecord> awaitRecords(String topic, int count) {
    return awaitRecords(topic, count, BOUND);
  }

  public List<ReceivedRecord> awaitRecords(String topic, int count, Duration bound) {
    var received = new ArrayList<ReceivedRecord>();
    long deadline = System.nanoTime() + bound.toNanos();
    try (var consumer = consumer()) {
      List<PartitionInfo> partitions = consumer.partitionsFor(topic, bound);
      consumer.assign(
          partitions.stream().map(info -> new TopicPartition(topic, info.partition())).toList());
      consumer.seekToBeginning(consumer.assignment());
      while (received.size() < count) {
        consumer.poll(POLL).forEach(entry -> received.add(ReceivedRecord.of(entry)));
        if (System.nanoTime() > deadline) {
          throw new AssertionError(
              "Only " + received.size() + " of " + count + " records came within " + bound);
        }
      }
      consumer.poll(POLL).forEach(entry -> received.add(ReceivedRecord.of(entry)));
    }
    return received;
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", bootstrap, "enable.auto.commit", "false");
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private static <T> T await(Future<T> future) {
    try {
      return future.get(BOUND.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError("The broker did not do what it was asked for", e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static IllegalStateException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException("Interrupted while waiting for the broker", e);
  }

  private static byte[] bytes(String text) {
    return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    admin.close(Duration.ofSeconds(1));
    if (producer != null) {
      producer.close(Duration.ofSeconds(1));
    }
  }

  /** A record as text. A key, a value or a header that is missing is null. */
  public record ReceivedRecord(
      int partition, long offset, String key, String value, Map<String, String> headers) {

    private static ReceivedRecord of(ConsumerRecord<byte[], byte[]> entry) {
      var headers = new LinkedHashMap<String, String>();
      entry.headers().forEach(header -> headers.put(header.key(), text(header.value())));
      return new ReceivedRecord(
          entry.partition(), entry.offset(), text(entry.key()), text(entry.value()), headers);
    }

    private static String text(byte[] bytes) {
      return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }
  }
}
