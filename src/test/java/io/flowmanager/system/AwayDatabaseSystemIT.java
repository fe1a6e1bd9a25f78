// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.testing.Await;
import io.flowmanager.testing.FlowDocuments;
import io.flowmanager.testing.server.FlowClient;
import io.flowmanager.testing.server.FlowFolder;
import io.flowmanager.testing.server.FreePort;
import io.flowmanager.testing.server.HttpAnswer;
import io.flowmanager.testing.server.PackagedServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database is away when the server starts. */
class AwayDatabaseSystemIT {

  private static final Duration SOON = Duration.ofMinutes(2);

  @TempDir private Path folder;

  @Test
  void theServerWaitsForItAndThenStarts() throws IOException {
    int port = FreePort.any();
    FlowFolder flows = new FlowFolder(folder.resolve("flows")).with("a", FlowDocuments.small());
    try (PackagedServer server =
        PackagedServer.in(folder).with(flows.settings("a")).with(database(port)).launch()) {
      Await.until(server::log, SOON, () -> server.log().contains("The start waits for it"));

      Await.until(server::log, SOON, () -> server.http().get("health/live").status() == 200);
      assertThat(isNotUp(server.http().get("-/ready"))).isTrue();
      assertThat(isNotUp(server.http().get("sagas"))).isTrue();
      assertThat(server.http().get("health/ready").status()).isEqualTo(503);
      assertThat(server.log()).doesNotContain("Flow Manager is ready");
      try (EmbeddedPostgres database = EmbeddedPostgres.builder().setPort(port).start()) {
        assertThat(database.getPort()).isEqualTo(port);
        server.awaitReady();
        assertThat(FlowClient.ofRoot(server.http()).start("{}")).isNotEmpty();
        server.kill9();
      }
    }
  }

  @Test
  void aDatabaseThatDoesNotComeEndsTheProcess() {
    FlowFolder flows = new FlowFolder(folder.resolve("flows")).with("a", FlowDocuments.small());
    try (PackagedServer server =
        PackagedServer.in(folder)
            .with(flows.settings("a"))
            .with(database(1))
            .with("FLOW_MANAGER_DATABASE_WAIT", "PT3S")) {
      assertThat(server.launch().awaitExit()).as("exit code").isEqualTo(1);

      assertThat(server.log())
          .contains("The start waits for it, up to PT3S")
          .doesNotContain("\tat ");
      assertThat(server.log().strip().lines().reduce((first, second) -> second))
          .hasValueSatisfying(last -> assertThat(last).contains("DB_URL", "localhost:1"));
    }
  }

  private static boolean isNotUp(HttpAnswer answer) {
    return answer.status() == 503
        && answer.header("Content-Type").startsWith("application/problem+json")
        && !answer.header("Retry-After").isEmpty();
  }

  private static Map<String, String> database(int port) {
    return Map.of(
        "DB_URL",
        "jdbc:postgresql://localhost:" + port + "/postgres",
        "DB_USER",
        "postgres",
        "DB_PASSWORD",
        "postgres");
  }
}
