// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.testing.Await;
import io.flowmanager.testing.kafka.BrokerListener;
import io.flowmanager.testing.kafka.KafkaBroker;
import io.flowmanager.testing.kafka.KafkaProbe;
import io.flowmanager.testing.server.FlowClient;
import io.flowmanager.testing.server.FlowFolder;
import io.flowmanager.testing.server.PackagedServer;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A participant on Node.js that knows the contract and nothing of us. */
@Tag("node")
class KafkaJsParticipantIT {

  private static final Path SCRIPTS = Path.of("src", "test", "kafkajs").toAbsolutePath();
  private static final Duration BOUND = Duration.ofSeconds(90);
  private static final String USER = "js";
  private static final String PASSWORD = "s3cret, of all things";
  private static final int ORDERS = 20;

  @TempDir private Path folder;

  @Test
  void ordersAreCarriedToTheirEndByAParticipantOnKafkaJs() throws IOException {
    try (KafkaBroker broker = KafkaBroker.start(BrokerListener.SASL);
        KafkaProbe probe = new KafkaProbe(broker)) {
      probe.createTopic("commands", 2);
      probe.createTopic("events", 2);
      probe.scramUser(USER, PASSWORD);
      Process participant = participant(broker);
      try (PackagedServer server = server(broker).start()) {
        FlowClient orders = FlowClient.of(server.http(), "order");
        List<String> sagas =
            IntStream.range(0, ORDERS).mapToObj(i -> orders.start("{\"total\": 10}")).toList();

        for (String saga : sagas) {
          Await.until(
              () -> saga + " is delivered:\n" + said(),
              BOUND,
              () -> orders.stateOf(saga).equals("orderDelivered"));
        }
        JsonObject metadata = orders.read(sagas.get(0)).getJsonObject("metadata");
        assertThat(metadata.getInt("total")).isEqualTo(10);
        assertThat(metadata.getString("orderDeliveredBy")).isEqualTo("kafkajs");
        assertThat(metadata.getJsonArray("seen")).hasSize(4);
      } finally {
        participant.destroyForcibly();
      }
    }
  }

  private Process participant(KafkaBroker broker) throws IOException {
    return new ProcessBuilder(
            "node",
            "participant.js",
            broker.bootstrap(BrokerListener.SASL),
            USER,
            PASSWORD,
            "commands",
            "events")
        .directory(SCRIPTS.toFile())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("participant.log").toFile())
        .start();
  }

  private String said() {
    try {
      return Files.readString(folder.resolve("participant.log"));
    } catch (IOException e) {
      return "The participant said nothing.";
    }
  }

  private PackagedServer server(KafkaBroker broker) throws IOException {
    Path password = Files.writeString(folder.resolve("password"), PASSWORD + "\n");
    FlowFolder flows =
        new FlowFolder(folder.resolve("flows"))
            .with("order", orderFlow(broker, password).toString());
    return PackagedServer.in(folder).with(flows.settings("order"));
  }

  /** The example's machine, its channels over Kafka. */
  private static JsonObject orderFlow(KafkaBroker broker, Path password) throws IOException {
    try (JsonReader example =
        Json.createReader(Files.newInputStream(Path.of("examples", "order", "order.json")))) {
      JsonObjectBuilder flow = Json.createObjectBuilder(example.readObject());
      JsonArrayBuilder channels = Json.createArrayBuilder();
      channels.add(channel("payment", broker, password, true));
      channels.add(channel("stock", broker, password, false));
      channels.add(channel("delivery", broker, password, false));
      return flow.add("communicationProtocols", channels).build();
    }
  }

  private static JsonObjectBuilder channel(
      String id, KafkaBroker broker, Path password, boolean reads) {
    var sasl =
        Json.createObjectBuilder()
            .add("mechanism", "SCRAM-SHA-512")
            .add("username", USER)
            .add(
                "password",
                Json.createObjectBuilder().add("type", "file").add("path", password.toString()));
    JsonObjectBuilder configurations =
        Json.createObjectBuilder()
            .add("brokers", "http://" + broker.bootstrap(BrokerListener.SASL))
            .add("authenticationProperties", Json.createObjectBuilder().add("sasl", sasl))
            .add("outputTopics", Json.createArrayBuilder().add("commands"));
    if (reads) {
      configurations
          .add("inputTopics", Json.createArrayBuilder().add("events"))
          .add("consumerGroup", "orders");
    }
    return Json.createObjectBuilder()
        .add("id", id)
        .add("type", "kafka")
        .add("configurations", configurations);
  }
}
