// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.testing.FlowDocuments;
import io.flowmanager.testing.server.FlowFolder;
import io.flowmanager.testing.server.PackagedServer;
import io.flowmanager.testing.server.PostgresServer;
import io.flowmanager.testing.server.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that cannot work does not start: exit code 1, and its last words say why. */
class StartFaultsSystemIT {

  @TempDir private Path folder;

  @Test
  void everyFaultOfSettingsAndFlowsIsNamedAtOnce() {
    FlowFolder flows =
        new FlowFolder(folder.resolve("flows"))
            .with("sound", FlowDocuments.small())
            .with("cut-off", "{\"communicationProtocols\": [")
            .with(
                "astray",
                FlowDocuments.small()
                    .with("/machineDefinition/initialState", "\"nowhere\"")
                    .with("/machineDefinition/states/0/outputCommand/channel", "\"nobody\""));

    String lastWords =
        lastWordsWith(
            Map.of(
                "FLOWS_DIRECTORY", flows.path().toString(),
                "FLOW_MANAGER_LANES_COUNT", "many",
                "FLOW_MANAGER_RELAY_LEASE", "PT1S"));

    assertThat(lastWords)
        .contains("5 faults")
        .contains("flow-manager.lanes.count", "\"many\"")
        .contains("flow-manager.relay.lease", "longer than flow-manager.relay.send-timeout")
        .contains("cut-off.json", "line 1")
        .contains("/machineDefinition/initialState", "nowhere")
        .contains("/machineDefinition/states/0/outputCommand/channel", "nobody")
        .doesNotContain("sound.json");
  }

  @Test
  void aServerWithoutAFlowSaysHowToNameOne() {
    assertThat(lastWordsWith(Map.of()))
        .contains("No flow is configured", "CONFIGURATIONS_FILE_PATH", "FLOWS_DIRECTORY");
  }

  @Test
  void everythingThatARouterMissesIsNamedTogetherWithTheFaultsOfFlows() {
    FlowFolder flows =
        new FlowFolder(folder.resolve("flows"))
            .with("cut-off", "{\"communicationProtocols\": [")
            .with("rules", "[{\"id\": \"a\", \"rules\": {}}]");

    String lastWords =
        lastWordsWith(
            Map.of(
                "CONFIGURATIONS_FILE_PATH",
                flows.file("cut-off").toString(),
                "SUB_FLOW_CONFIGURATION_FILE_PATH",
                flows.file("rules").toString(),
                "MAIN_SAGA_CRUD_URL",
                "flow:nowhere",
                "MODE",
                "KAFKA"));

    assertThat(lastWords)
        .contains("9 faults", "cut-off.json", "rules.json /0: needs the member \"info\"")
        .contains("MAIN_FLOW_MANAGER_URL", "MAIN_SAGA_CRUD_URL", "MAIN_FLOW_ID_KEY")
        .contains("SUB_FLOW_ID_KEY", "MAIN_FLOW_DATA_KEY", "SUB_FLOW_CREATED_EVENT")
        .contains("KAFKA_CONFIGURATION_FILE_PATH");
  }

  @Test
  void aDatabaseOfAnUnknownKindIsRefused() {
    assertThat(lastWordsWith(Map.of("DB_URL", "jdbc:oracle:thin:@//localhost/x")))
        .startsWith("DB_URL names no database that Flow Manager knows")
        .contains("jdbc:h2:", "jdbc:postgresql://");
  }

  @Test
  void aDatabaseThatCannotBeReachedIsNamedWithoutItsPassword() {
    FlowFolder flows = new FlowFolder(folder.resolve("flows")).with("a", FlowDocuments.small());

    String lastWords =
        lastWordsWith(
            Map.of(
                "FLOWS_DIRECTORY", flows.path().toString(),
                "DB_URL", "jdbc:postgresql://localhost:1/none",
                "DB_PASSWORD", "not-for-the-log",
                "FLOW_MANAGER_DATABASE_WAIT", "PT0S"));

    assertThat(lastWords).contains("DB_URL", "localhost:1").doesNotContain("not-for-the-log");
  }

  @Test
  void aUserWhoMayNotMakeTablesIsToldWhatToRun() throws SQLException {
    FlowFolder flows = new FlowFolder(folder.resolve("flows")).with("a", FlowDocuments.small());
    TestDatabase database = PostgresServer.freshDatabase();
    try (Connection connection = database.source().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create role no_tables login");
    }

    String lastWords =
        lastWordsWith(
            Map.of(
                "FLOWS_DIRECTORY", flows.path().toString(),
                "DB_URL", database.url(),
                "DB_USER", "no_tables"));

    assertThat(lastWords).contains("GRANT CREATE, USAGE ON SCHEMA public TO no_tables");
  }

  @Test
  void aStoreThatAStopDeletesIsRefused() {
    FlowFolder flows = new FlowFolder(folder.resolve("flows")).with("a", FlowDocuments.small());

    String lastWords =
        lastWordsWith(
            Map.of(
                "FLOWS_DIRECTORY", flows.path().toString(),
                "DB_URL", "jdbc:h2:mem:gone",
                "FLOW_MANAGER_LANE_COUNT", "4"));

    assertThat(lastWords).contains("in memory", "flow-manager.database.allow-volatile");
    assertThat(log())
        .contains("FLOW_MANAGER_LANE_COUNT (did you mean FLOW_MANAGER_LANES_COUNT?)")
        .doesNotContain("Only the microbundle reads");
  }

  private String log() {
    return PackagedServer.in(folder).log();
  }

  /** What the process wrote last, from the message of the launcher on. */
  private String lastWordsWith(Map<String, String> settings) {
    try (PackagedServer server = PackagedServer.in(folder).with(settings)) {
      assertThat(server.launch().awaitExit()).as("exit code").isEqualTo(1);
      String log = server.log();
      String lastWords =
          log.substring(Math.max(0, log.lastIndexOf("\nFlow Manager did not start") + 1));
      assertThat(log.lines()).noneMatch(line -> line.startsWith("\tat "));
      return lastWords;
    }
  }
}
