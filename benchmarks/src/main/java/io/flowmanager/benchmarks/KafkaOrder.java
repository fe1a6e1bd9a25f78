// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Workload {@code kafka-order}: orders that are started over REST and carried on by events over Kafka (eight partitions),
 * on one node and on two, with {@code rest-order} before it in the same run. With the argument {@code commands} each state
 * also sends a command to a topic. One JSON line for each.
 */
public final class KafkaOrder {

  private static final List<String> EVENTS = List.of("paid", "prepared", "shipped", "delivered");
  private static final int ORDERS = 20_000;

  private final EmbeddedPostgres postgres;
  private final BrokerUnderTest broker;
  private final boolean commands;

  private KafkaOrder(EmbeddedPostgres postgres, BrokerUnderTest broker, boolean commands) {
    this.postgres = postgres;
    this.broker = broker;
    this.commands = commands;
  }

  /**
   * @param args seconds of warm-up, 30 unless given; {@code commands} to send commands as well
   */
  public static void main(String[] args) throws Exception {
    int warmUp = args.length > 0 ? Integer.parseInt(args[0]) : 30;
    boolean commands = args.length > 1 && args[1].equals("commands");
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
        BrokerUnderTest broker = BrokerUnderTest.start("events", "commands")) {
      new KafkaOrder(postgres, broker, commands).run(warmUp);
    }
  }

  private void run(int warmUp) throws Exception {
    Path flow = flow();
    try (var one = server(flow)) {
      new OrderLoad("localhost", one.port(), 64, Duration.ofSeconds(warmUp)).run();
      RestOrder.measure(one, 64, 15);
      measure("warm-up", List.of(one));
      measure("one node", List.of(one));
      try (var other = server(flow)) {
        new OrderLoad("localhost", other.port(), 64, Duration.ofSeconds(warmUp)).run();
        measure("warm-up", List.of(one, other));
        measure("two nodes", List.of(one, other));
      }
    }
  }

  private ServerUnderTest server(Path flow) throws IOException, InterruptedException {
    return ServerUnderTest.start(flow, postgres.getJdbcUrl("postgres", "postgres"), Map.of());
  }

  private Path flow() throws IOException {
    String channel =
        """
        "communicationProtocols": [{"id": "kafka", "type": "kafka", "configurations": {
          "brokers": "%s", "consumerGroup": "orders", "inputTopics": ["events"], "outputTopics": ["commands"]}}]"""
            .formatted(broker.bootstrap());
    String text =
        Files.readString(RestOrder.FLOW).replaceFirst("\"communicationProtocols\": \\[\\]", channel);
    String sending =
        "\"isFinal\": false,\n\"outputCommand\": {\"channel\": \"kafka\", \"label\": \"goOn\"},";
    String complete = commands ? text.replace("\"isFinal\": false,", sending) : text;
    return Files.writeString(Files.createTempFile("kafka-order", ".json"), complete);
  }

  private void measure(String what, List<ServerUnderTest> nodes) throws Exception {
    List<String> orders = start(nodes.get(0).port());
    long finishedBefore = finished();
    double sentBefore = sum(nodes, "flow_manager_commands_delivered_total");
    double cpuBefore = cpuMillis(nodes);
    long begun = System.nanoTime();
    send(orders);
    while (finished() < finishedBefore + ORDERS) {
      nodes.get(0).process().waitFor(50, TimeUnit.MILLISECONDS);
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "{\"workload\":\"kafka-order\",\"what\":\"%s\",\"commands\":%b,\"eventsPerSecond\":%.0f,"
            + "\"commandsPerSecond\":%.0f,\"perCommit\":%.1f,\"serverCpuMsPerSaga\":%.2f}%n",
        what,
        commands,
        ORDERS * EVENTS.size() / seconds,
        (sum(nodes, "flow_manager_commands_delivered_total") - sentBefore) / seconds,
        sum(nodes, "flow_manager_batch_size_sum") / sum(nodes, "flow_manager_batch_size_count"),
        (cpuMillis(nodes) - cpuBefore) / ORDERS);
  }

  private static List<String> start(int port) throws IOException {
    List<String> orders = new ArrayList<>();
    try (var connection = new HttpConnection("localhost", port)) {
      for (int i = 0; i < ORDERS; i++) {
        orders.add(connection.post("/saga", OrderLoad.START).split("\"")[3]);
      }
    }
    return orders;
  }

  private void send(List<String> orders) {
    try (var producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.bootstrap(), "linger.ms", 5, "batch.size", 100_000),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      for (String event : EVENTS) {
        byte[] value =
            ("{\"messageLabel\":\"" + event + "\",\"messagePayload\":{\"" + event + "By\":\"participant-1\"}}")
                .getBytes(StandardCharsets.UTF_8);
        orders.forEach(
            order -> producer.send(new ProducerRecord<>("events", order.getBytes(StandardCharsets.UTF_8), value)));
      }
    }
  }

  private static double sum(List<ServerUnderTest> nodes, String metric) throws IOException, InterruptedException {
    double sum = 0;
    for (ServerUnderTest node : nodes) {
      sum += node.metric(metric);
    }
    return sum;
  }

  private static double cpuMillis(List<ServerUnderTest> nodes) {
    return nodes.stream().mapToLong(node -> node.cpu().toMillis()).sum();
  }

  private long finished() throws SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("select count(*) from saga where final_state")) {
      result.next();
      return result.getLong(1);
    }
  }
}
