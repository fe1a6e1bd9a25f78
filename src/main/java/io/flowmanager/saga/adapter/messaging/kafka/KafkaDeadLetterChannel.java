// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.messaging.kafka;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.platform.kafka.BrokerWatch;
import io.flowmanager.saga.application.DeadLetter;
import io.flowmanager.saga.application.DeadLetterChannel;
import io.flowmanager.saga.application.LogPartition;
import jakarta.json.JsonArray;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends dead letters to a topic: key, value and headers as they came, and headers of ours that say
 * why and where from. A producer is made when there is something to send.
 */
public final class KafkaDeadLetterChannel implements DeadLetterChannel {

  private static final String PREFIX = "flow-manager-";
  private static final Map<String, Object> PREFERRED = Map.of("max.block.ms", 5000);
  private static final Map<String, Object> REQUIRED =
      Map.of(
          "acks", "all",
          "enable.idempotence", true,
          "request.timeout.ms", 5000,
          "linger.ms", 0,
          "delivery.timeout.ms", 8000);

  private final String topic;
  private final BrokerWatch watch;
  private KafkaProducer<byte[], byte[]> producer;

  public KafkaDeadLetterChannel(String topic, BrokerWatch watch) {
    this.topic = topic;
    this.watch = watch;
  }

  @Override
  public CompletionStage<Void> send(DeadLetter letter) {
    var acknowledged = new CompletableFuture<Void>();
    if (watch.isLost()) {
      acknowledged.completeExceptionally(new IllegalStateException("Kafka is away."));
      return acknowledged;
    }
    try {
      KafkaProducer<byte[], byte[]> used = open();
      used.send(
          entry(letter),
          (metadata, failure) -> {
            if (failure == null) {
              acknowledged.complete(null);
            } else {
              acknowledged.completeExceptionally(failure);
              giveUp(used);
            }
          });
    } catch (RuntimeException e) {
      acknowledged.completeExceptionally(e);
    }
    return acknowledged;
  }

  private ProducerRecord<byte[], byte[]> entry(DeadLetter letter) {
    var entry =
        new ProducerRecord<>(
            topic, letter.message().key().orElse(null), letter.message().value().orElse(null));
    JsonArray headers = JsonText.parse(letter.message().headers()).asJsonArray();
    headers.stream()
        .map(JsonValue::asJsonArray)
        .forEach(
            pair ->
                entry
                    .headers()
                    .add(pair.getString(0), Base64.getDecoder().decode(pair.getString(1))));
    LogPartition partition = letter.partition();
    Map.of(
            "reason", letter.reason().word(),
            "detail", letter.detail(),
            "flow", partition.flow().value(),
            "channel", partition.channel(),
            "topic", partition.topic(),
            "partition", String.valueOf(partition.number()),
            "offset", String.valueOf(letter.offset()),
            "at", letter.at().toString())
        .forEach(
            (name, text) ->
                entry.headers().add(PREFIX + name, text.getBytes(StandardCharsets.UTF_8)));
    return entry;
  }

  private synchronized KafkaProducer<byte[], byte[]> open() {
    if (producer == null) {
      producer =
          new KafkaProducer<>(
              watch.access().forProducer(PREFERRED, REQUIRED),
              new ByteArraySerializer(),
              new ByteArraySerializer());
    }
    return producer;
  }

  /** The next letter gets a new producer, with secrets as they are then. */
  private synchronized void giveUp(KafkaProducer<byte[], byte[]> failed) {
    if (producer == failed) {
      producer = null;
    }
    failed.close(Duration.ZERO);
  }

  @Override
  public synchronized void close(Duration patience) {
    if (producer != null) {
      producer.close(patience);
      producer = null;
    }
  }
}
