// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.testing.Await;
import io.flowmanager.testing.kafka.KafkaBroker;
import io.flowmanager.testing.server.FlowClient;
import io.flowmanager.testing.server.FlowFolder;
import io.flowmanager.testing.server.Http;
import io.flowmanager.testing.server.HttpAnswer;
import io.flowmanager.testing.server.PackagedServer;
import io.flowmanager.testing.server.RoutedOverKafka;
import io.flowmanager.testing.server.RouterFolder;
import io.flowmanager.testing.server.RouterFolder.Place;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A router whose broker is away when it starts, comes, and goes again. */
class RouterKafkaAwaySystemIT {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String NOT_ASKED = "it has not been checked yet";

  @TempDir private Path folder;

  @Test
  void theRouterPlaysOnAndSaysSinceWhenItsBrokerIsAway() {
    try (KafkaBroker broker = KafkaBroker.absent();
        PackagedServer server = server(new RoutedOverKafka(broker)).start()) {
      Http http = server.http();
      Await.until(() -> "the broker is missed: " + check(http), SOON, () -> isMissed(http));
      assertThat(http.get("-/ready").status()).isEqualTo(503);
      Instant away = since(http);
      assertThat(http.get("router/parked").status()).isEqualTo(200);
      theCallIsKept(http);

      broker.restart();
      new RoutedOverKafka(broker).createTopics(1);
      Await.until("the server is ready", SOON, () -> http.get("-/ready").status() == 200);
      assertThat(check(http).getString("status")).isEqualTo("up");
      Instant there = since(http);
      assertThat(there).isAfter(away);
      theCallIsFinished(http);

      broker.kill();
      Await.until("the broker is missed", SOON, () -> http.get("-/ready").status() == 503);
      Await.until(() -> "the router misses it: " + check(http), SOON, () -> isMissed(http));
      assertThat(since(http)).isAfter(there);
      assertThat(server.stop()).as("exit code on SIGTERM").isZero();
    }
  }

  private PackagedServer server(RoutedOverKafka kafka) {
    var flows =
        new FlowFolder(folder.resolve("flows"))
            .with("main", kafka.main())
            .with("identification", kafka.sub());
    return PackagedServer.in(folder)
        .with(flows.settings("main"))
        .with(
            new RouterFolder(folder.resolve("router"))
                .settings(
                    Place.hosted("main"),
                    Place.hosted("identification"),
                    Place.hosted("identification")))
        .with(kafka.settings(folder))
        .with("FLOW_MANAGER_ROUTER_MAX_RETRY", "PT1S")
        .readyAt("/health/live");
  }

  /** Both sagas are there, and the main one cannot be told now. */
  private static void theCallIsKept(Http http) {
    HttpAnswer answer = FlowClient.ofRoot(http).tryStart("early", "{\"type\": \"identification\"}");

    assertThat(answer.status()).as("%s", answer).isEqualTo(504);
    assertThat(answer.json().getString("detail")).contains("will be finished");
    assertThat(http.get("router/calls").body()).contains("\"early\"", "\"open\"");
  }

  private static void theCallIsFinished(Http http) {
    Await.until(
        () -> "the end of the call: " + http.get("router/calls").body(),
        SOON,
        () -> !http.get("router/calls").body().contains("\"early\""));
    Await.until("the main saga is told", SOON, () -> sagas(http, "main", "waiting") == 1);
    assertThat(sagas(http, "identification", "asked")).isEqualTo(1);
  }

  private static int sagas(Http http, String flow, String state) {
    return http.get("sagas?entityId=early&flow=" + flow + "&state=" + state)
        .json()
        .getJsonArray("sagas")
        .size();
  }

  private static JsonObject check(Http http) {
    return http.get("-/ready").json().getJsonObject("checks").getJsonObject("router");
  }

  private static Instant since(Http http) {
    return Instant.parse(check(http).getString("since"));
  }

  /** Known to be away, and not only not asked yet. */
  private static boolean isMissed(Http http) {
    JsonObject check = check(http);
    return check.getString("status").equals("down") && !check.getString("reason").equals(NOT_ASKED);
  }
}
