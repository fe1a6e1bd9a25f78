// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.testing.Await;
import io.flowmanager.testing.FlowDocuments;
import io.flowmanager.testing.kafka.BrokerListener;
import io.flowmanager.testing.kafka.KafkaBroker;
import io.flowmanager.testing.kafka.KafkaProbe;
import io.flowmanager.testing.kafka.TestCertificates;
import io.flowmanager.testing.server.FlowClient;
import io.flowmanager.testing.server.FlowFolder;
import io.flowmanager.testing.server.Http;
import io.flowmanager.testing.server.PackagedServer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A broker behind TLS and a password that is away when the server starts, comes, and goes again.
 */
class KafkaAwaySystemIT {

  private static final Duration SOON = Duration.ofSeconds(60);

  private static final String FLOW =
      """
      {
        "communicationProtocols": [
          {
            "id": "stock",
            "type": "kafka",
            "configurations": {
              "brokers": "BROKER",
              "outputTopics": ["stock-commands"],
              "authenticationProperties": {
                "ssl": {"ca": {"type": "file", "path": "FOLDER/ca.pem"}},
                "sasl": {
                  "mechanism": "scram-sha-512",
                  "username": "flow",
                  "password": {"type": "file", "path": "FOLDER/password"}
                }
              }
            }
          }
        ],
        "persistencyManagement": {},
        "machineDefinition": {
          "initialState": "asked",
          "creationEvent": "asked",
          "states": [
            {
              "id": "asked",
              "isFinal": true,
              "businessStateId": 1,
              "outputCommand": {"channel": "stock", "label": "reserve"}
            }
          ],
          "businessStates": [{"id": 1, "description": "Asked"}]
        }
      }
      """;

  @TempDir private Path folder;

  @Test
  void serverPlaysOnAndTheCommandsLeaveWhenTheBrokerIsThere() throws IOException {
    try (KafkaBroker broker = KafkaBroker.absent(BrokerListener.SASL_TLS);
        PackagedServer server = server(broker).readyAt("/health/live").start()) {
      Http http = server.http();
      Await.until("the broker is missed", SOON, () -> isMissed(http));
      String early = FlowClient.ofRoot(http).start("{\"n\": 1}");
      assertThat(http.get("-/ready").status()).isEqualTo(503);
      assertThat(channel(http).getString("status")).isEqualTo("down");
      Instant since = Instant.parse(channel(http).getString("since"));
      awaitMetric(http, "flow_manager_commands_pending{channel=\"stock\",flow=\"stock\"} 1.0");

      broker.restart();
      try (var probe = new KafkaProbe(broker)) {
        probe.createTopic("stock-commands", 2);
        probe.scramUser(KafkaBroker.USER, KafkaBroker.PASSWORD);

        Await.until("the server is ready", SOON, () -> http.get("-/ready").status() == 200);
        assertThat(Instant.parse(channel(http).getString("since"))).isAfter(since);
        assertThat(probe.awaitRecords("stock-commands", 1, SOON))
            .singleElement()
            .satisfies(
                entry -> {
                  assertThat(entry.key()).isEqualTo(early);
                  assertThat(entry.headers()).containsEntry("commandId", early + ".0");
                  assertThat(entry.value())
                      .isEqualTo("{\"messageLabel\":\"reserve\",\"messagePayload\":{\"n\":1}}");
                });
      }
      awaitMetric(http, "flow_manager_commands_pending{channel=\"stock\",flow=\"stock\"} 0.0");

      broker.kill();
      Await.until("the broker is missed", SOON, () -> http.get("-/ready").status() == 503);
      FlowClient.ofRoot(http).start("{}");
      assertThat(server.stop()).as("exit code on SIGTERM").isZero();
      assertThat(server.log().split("Kafka of stock/stock is down"))
          .as("two outages")
          .hasSizeGreaterThanOrEqualTo(3);
      assertThat(server.log()).doesNotContain(KafkaBroker.PASSWORD);
    }
  }

  private PackagedServer server(KafkaBroker broker) throws IOException {
    Files.writeString(folder.resolve("ca.pem"), TestCertificates.ofTheRun().authority());
    Files.writeString(folder.resolve("password"), KafkaBroker.PASSWORD + "\n");
    String flow =
        FLOW.replace("BROKER", broker.bootstrap(BrokerListener.SASL_TLS))
            .replace("FOLDER", folder.toString());
    FlowFolder flows =
        new FlowFolder(folder.resolve("flows")).with("stock", FlowDocuments.of(flow));
    return PackagedServer.in(folder)
        .with(flows.settings("stock"))
        .with("FLOW_MANAGER_RELAY_MAX_RETRY", "PT1S");
  }

  /** Known to be away, and not only not asked yet. */
  private static boolean isMissed(Http http) {
    String reason = channel(http).getString("reason", "");
    return !reason.isEmpty() && !reason.equals("it has not been checked yet");
  }

  private static JsonObject channel(Http http) {
    return http.get("-/ready")
        .json()
        .getJsonObject("checks")
        .getJsonArray("channels")
        .getJsonObject(0);
  }

  private static void awaitMetric(Http http, String line) {
    Await.until(line, SOON, () -> http.get("-/metrics").body().contains(line));
  }
}
