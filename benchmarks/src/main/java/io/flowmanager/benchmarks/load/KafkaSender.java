// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.load;

import io.flowmanager.benchmarks.processes.Worker;
import io.flowmanager.benchmarks.processes.WorkerLoop;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends all events of many orders to a topic, as fast as the broker takes them; a process of its
 * own.
 */
public final class KafkaSender implements AutoCloseable {

  /** How many events an order has. */
  public static final int EVENTS_PER_ORDER = Order.EVENTS.size();

  private static final int BATCH_BYTES = 100_000;
  private static final int LINGER_MILLIS = 5;

  private final Worker worker;
  private final String brokers;

  private KafkaSender(Worker worker, String brokers) {
    this.worker = worker;
    this.brokers = brokers;
  }

  public static KafkaSender start(String brokers) throws IOException {
    return new KafkaSender(Worker.start(KafkaSender.class.getName(), "-Xmx512m"), brokers);
  }

  public void send(String topic, List<String> sagas) throws IOException {
    worker.run(
        Json.createObjectBuilder()
            .add("brokers", brokers)
            .add("topic", topic)
            .add("sagas", Json.createArrayBuilder(sagas))
            .build());
  }

  public Process process() {
    return worker.process();
  }

  /** The process itself. */
  public static void main(String[] args) throws IOException {
    WorkerLoop.run(KafkaSender::send);
  }

  private static JsonObject send(JsonObject task) {
    String topic = task.getString("topic");
    List<byte[]> sagas = task.getJsonArray("sagas").getValuesAs(KafkaSender::bytes);
    try (var producer = producer(task.getString("brokers"))) {
      for (String event : Order.EVENTS) {
        byte[] value = Bodies.message(event).getBytes(StandardCharsets.UTF_8);
        sagas.forEach(saga -> producer.send(new ProducerRecord<>(topic, saga, value)));
      }
    }
    return JsonValue.EMPTY_JSON_OBJECT;
  }

  private static byte[] bytes(JsonString saga) {
    return saga.getString().getBytes(StandardCharsets.UTF_8);
  }

  private static KafkaProducer<byte[], byte[]> producer(String brokers) {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", brokers, "linger.ms", LINGER_MILLIS, "batch.size", BATCH_BYTES),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }

  @Override
  public void close() {
    worker.close();
  }
}
