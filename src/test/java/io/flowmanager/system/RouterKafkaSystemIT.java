// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.system;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.flowmanager.testing.Await;
import io.flowmanager.testing.FlowDocuments;
import io.flowmanager.testing.kafka.KafkaBroker;
import io.flowmanager.testing.kafka.KafkaProbe;
import io.flowmanager.testing.server.FlowClient;
import io.flowmanager.testing.server.FlowFolder;
import io.flowmanager.testing.server.Http;
import io.flowmanager.testing.server.HttpAnswer;
import io.flowmanager.testing.server.PackagedServer;
import io.flowmanager.testing.server.RoutedFlowFiles;
import io.flowmanager.testing.server.RouterFolder;
import io.flowmanager.testing.server.RouterFolder.Place;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One server plays the router, the main flow and the identifications, which talk to each other over
 * Kafka. Payments are played by an upstream that can be out of order.
 */
class RouterKafkaSystemIT {

  private static final Duration SOON = Duration.ofSeconds(60);

  private static KafkaBroker broker;
  private static KafkaProbe probe;
  private static WireMockServer payments;
  private static PackagedServer server;
  private static Http http;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    broker = KafkaBroker.start();
    probe = new KafkaProbe(broker);
    probe.createTopic("router-events", 1);
    probe.createTopic("router-news", 1);
    probe.createTopic("main-events", 2);
    payments = new WireMockServer(WireMockConfiguration.options().dynamicPort());
    payments.start();
    payments.stubFor(post(urlPathEqualTo("/saga")).willReturn(okJson("{\"sagaId\": \"p-1\"}")));
    payments.stubFor(
        get(urlPathEqualTo("/crud/"))
            .willReturn(okJson("[{\"sagaId\": \"p-1\", \"metadata\": {}}]")));
    paymentsAnswer(false);
    var flows =
        new FlowFolder(folder.resolve("flows"))
            .with("main", main())
            .with("identification", identification());
    server =
        PackagedServer.in(folder)
            .with(flows.settings("main"))
            .with(router(folder))
            .with("MODE", "KAFKA")
            .with("KAFKA_CONFIGURATION_FILE_PATH", kafkaFile(folder).toString())
            // An open breaker would answer in the place of the upstream.
            .with("FLOW_MANAGER_ROUTER_BREAKER_FAILURES", "1000")
            .with("FLOW_MANAGER_ROUTER_KAFKA_RETRIES", "1")
            .with("FLOW_MANAGER_ROUTER_KAFKA_FIRST_RETRY", "PT0.2S")
            .start();
    http = server.http();
  }

  private static Map<String, String> router(Path folder) {
    Place payment = new Place(payments.baseUrl(), payments.baseUrl() + "/crud");
    return new RouterFolder(folder.resolve("router"))
        .settings(Place.hosted("main"), Place.hosted("identification"), payment);
  }

  private static Path kafkaFile(Path folder) throws IOException {
    String text =
        """
        {"brokers": "%s", "authMechanism": "plain", "username": "", "password": "",
         "consumerConfig": {"groupId": "router", "eventsTopic": "router-events", "notificationsTopic": "router-news"},
         "producerConfig": {"mainFlowTopic": "main-events"}}
        """;
    return Files.writeString(folder.resolve("kafka.json"), text.formatted(broker.bootstrap()));
  }

  private static FlowDocuments main() {
    return RoutedFlowFiles.main()
        .with(
            "/communicationProtocols/-",
            """
            {"id": "events", "type": "kafka",
             "configurations": {"brokers": "%s", "inputTopics": ["main-events"], "consumerGroup": "main"}}
            """
                .formatted(broker.bootstrap()));
  }

  private static FlowDocuments identification() {
    return RoutedFlowFiles.sub(1)
        .with(
            "/communicationProtocols/0",
            """
            {"id": "router", "type": "kafka",
             "configurations": {"brokers": "%s", "outputTopics": ["router-news"]}}
            """
                .formatted(broker.bootstrap()));
  }

  private static void paymentsAnswer(boolean well) {
    payments.stubFor(
        post(urlPathEqualTo("/event")).willReturn(well ? okJson("{}") : serverError()));
  }

  @AfterAll
  static void close() {
    server.close();
    payments.stop();
    probe.close();
    broker.close();
  }

  private static JsonObject start(String entity, String metadata) {
    HttpAnswer answer = FlowClient.ofRoot(http).tryStart(entity, metadata);
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    return answer.json();
  }

  private static void say(String saga, String label, String payload) {
    String value = "{\"messageLabel\": \"%s\", \"messagePayload\": %s}".formatted(label, payload);
    probe.send("router-events", saga, value, Map.of());
  }

  private static String stateOf(String saga) {
    return FlowClient.ofRoot(http).stateOf(saga);
  }

  private static JsonArray quarantined() {
    return http.get("router/parked").json().getJsonArray("messages");
  }

  private static JsonObject identify(String entity) {
    JsonObject started = start(entity, "{\"type\": \"identification\", \"papers\": []}");
    awaitWaiting(started.getString("sagaId"));
    say(
        started.getString("sagaId"),
        "documentSent",
        "{\"papers\": [{\"sha\": \"a\"}], \"forMain\": {\"papers\": [{\"sha\": \"a\"}]}}");
    return started;
  }

  /** Its event of the sub saga has come back by Kafka; until then events have no way to go. */
  private static void awaitWaiting(String main) {
    Await.until(
        () -> "the sub saga is known: " + stateOf(main) + "\n" + server.log(),
        SOON,
        () -> stateOf(main).equals("waiting"));
  }

  private static void awaitTold(JsonObject started) {
    String main = started.getString("sagaId");
    String sub = started.getString("subSagaId");
    Await.until(
        () -> "both sagas end: " + stateOf(main) + ", " + stateOf(sub) + ", " + quarantined(),
        SOON,
        () -> stateOf(main).equals("checked") && stateOf(sub).equals("told"));
  }

  @Test
  void anEventGoesTheWholeWayOverKafka() {
    JsonObject started = identify("whole way");
    String main = started.getString("sagaId");

    awaitTold(started);

    assertThat(probe.awaitRecords("main-events", 2))
        .filteredOn(entry -> entry.key().equals(main))
        .extracting(KafkaProbe.ReceivedRecord::value)
        .satisfiesExactly(
            created -> assertThat(created).contains("\"subFlowCreated\"", "\"subSagaId\""),
            checked ->
                assertThat(checked)
                    .isEqualTo(
                        "{\"messageLabel\":\"documentChecked\",\"messagePayload\":{\"papers\":[{\"sha\":\"a\"}]}}"));
    assertThat(http.get("-/ready").json().getJsonObject("checks").getJsonObject("router"))
        .containsEntry("status", Json.createValue("up"));
  }

  @Test
  void aMessageWhoseUpstreamFailsIsQuarantinedAndRetriedWhileOthersOfItsPartitionGoOn() {
    String failing =
        start("pays", "{\"type\": \"payment\", \"contract\": {\"country\": \"IT\"}}")
            .getString("sagaId");
    awaitWaiting(failing);
    say(failing, "paid", "{\"amount\": 1}");
    say(failing, "booked", "{}");
    JsonObject other = identify("not held up");

    awaitTold(other);
    Await.until(
        () -> "two are quarantined: " + quarantined(), SOON, () -> quarantined().size() == 2);
    JsonObject first = quarantined().getJsonObject(0);
    assertThat(first.getString("key")).isEqualTo(failing);
    assertThat(first.getString("kind")).isEqualTo("event");
    assertThat(first.getString("reason")).contains("answered 500");
    assertThat(first.getJsonObject("value").getString("messageLabel")).isEqualTo("paid");
    awaitMetric("flow_manager_router_parked 2.0");
    String second = quarantined().getJsonObject(1).getString("id");
    assertThat(http.post("router/parked/" + second + "/retry", "").status()).isEqualTo(502);
    paymentsAnswer(true);

    HttpAnswer retried = http.post("router/parked/" + second + "/retry", "");

    assertThat(retried.status()).as("%s", retried).isEqualTo(200);
    assertThat(retried.json().getInt("retried")).isEqualTo(2);
    assertThat(quarantined()).isEmpty();
    var told = payments.findAll(postRequestedFor(urlPathEqualTo("/event")));
    assertThat(told.get(told.size() - 2).getBodyAsString()).contains("\"paid\"");
    assertThat(told.get(told.size() - 1).getBodyAsString()).contains("\"booked\"");
    awaitMetric("flow_manager_router_parked 0.0");
  }

  @Test
  void aMessageForNobodyIsQuarantinedAtOnceAndCanBeDiscarded() {
    probe.send("router-events", "nobody", "no JSON", Map.of());
    say("nobody", "sent", "{}");
    Await.until("it is quarantined", SOON, () -> quarantinedOf("nobody") != null);
    awaitMetric("flow_manager_router_messages_total{fate=\"skipped\",topic=\"router-events\"} 1.0");

    String saga = "router/parked/retry?kind=event&saga=nobody";
    assertThat(http.post(saga, "").status()).isEqualTo(404);
    assertThat(http.post("router/parked/retry?kind=other", "").status()).isEqualTo(400);
    String path = "router/parked/" + quarantinedOf("nobody");
    assertThat(http.send("DELETE", path, BodyPublishers.noBody()).status()).isEqualTo(200);

    assertThat(quarantinedOf("nobody")).isNull();
    assertThat(http.send("DELETE", path, BodyPublishers.noBody()).status()).isEqualTo(404);
  }

  private static String quarantinedOf(String saga) {
    return quarantined().getValuesAs(JsonObject.class).stream()
        .filter(message -> message.getString("key").equals(saga))
        .map(message -> message.getString("id"))
        .findFirst()
        .orElse(null);
  }

  private static void awaitMetric(String line) {
    Await.until(line, SOON, () -> http.get("-/metrics").body().contains(line));
  }
}
