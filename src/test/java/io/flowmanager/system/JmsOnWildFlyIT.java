// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.testing.Await;
import io.flowmanager.testing.server.FlowClient;
import io.flowmanager.testing.server.FlowFolder;
import io.flowmanager.testing.server.WildFlyServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * WildFly with its own broker and an XA data source: a saga's command comes back to it as an event,
 * in one transaction of the server. A constraint on the table stands for a store that fails.
 */
@Tag("portable")
@EnabledIfSystemProperty(named = "arquillian.launch", matches = "wildfly")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JmsOnWildFlyIT {

  private static final Duration SOON = Duration.ofMinutes(2);
  private static final String GIVEN_BACK = "returned to the broker";
  private static final String FLOW =
      """
      {
        "communicationProtocols": [
          {
            "id": "self",
            "type": "jms",
            "configurations": {
              "connectionFactory": "java:/JmsXA",
              "inputQueues": ["java:/jms/queue/events"],
              "outputQueues": ["java:/jms/queue/events"]
            }
          }
        ],
        "persistencyManagement": {},
        "machineDefinition": {
          "initialState": "open",
          "creationEvent": "opened",
          "states": [
            {
              "id": "open",
              "isFinal": false,
              "businessStateId": 1,
              "outputCommand": {"channel": "self", "label": "heard"},
              "outgoingTransitions": [{"inputEvent": "heard", "targetState": "done"}]
            },
            {"id": "done", "isFinal": true, "businessStateId": 1}
          ],
          "businessStates": [{"id": 1, "description": "Open"}]
        }
      }
      """;

  private WildFlyServer server;
  private String database;
  private int logSoFar;

  @BeforeAll
  void startServer(@TempDir Path folder) throws IOException {
    database =
        "jdbc:h2:" + folder.resolve("db").toAbsolutePath() + ";AUTO_SERVER=TRUE;WRITE_DELAY=0";
    server =
        WildFlyServer.in(Files.createDirectories(folder.resolve("server")))
            .with(new FlowFolder(folder.resolve("flows")).with("loop", FLOW).settings("loop"))
            .with(Map.of("FLOW_MANAGER_JMS_MAX_RETRY", "PT0.5S"))
            .configure(script())
            .start();
  }

  @AfterAll
  void stopServer() {
    server.close();
  }

  /** The script for operators, and a data source that takes part in distributed transactions. */
  private List<String> script() throws IOException {
    var script =
        new ArrayList<>(Files.readAllLines(Path.of("server-config/wildfly/messaging.cli")));
    String stop = script.remove(script.size() - 1);
    script.add(
        "xa-data-source add --name=Flows --jndi-name=java:/Flows --driver-name=h2"
            + " --user-name=sa --password=sa --xa-datasource-properties={\"URL\"=>\""
            + database
            + "\"}");
    script.add(
        "/subsystem=ee/service=default-bindings:write-attribute(name=datasource,value=java:/Flows)");
    script.add(stop);
    return script;
  }

  @Test
  void messageAndItsStateAreCommittedTogether() {
    double before = consumed();

    String saga = loop().start("{\"total\": 1}");

    awaitDone(saga);
    awaitConsumed(before + 1);
  }

  @Test
  void messageWhoseStateCannotBeStoredIsGivenBackAndActsOnceLater() throws SQLException {
    double before = consumed();
    refuseDone();
    String saga = loop().start("{}");
    awaitLog(GIVEN_BACK);
    assertThat(loop().stateOf(saga)).isEqualTo("open");
    assertThat(consumed()).isEqualTo(before);

    acceptDone();

    awaitDone(saga);
    awaitConsumed(before + 1);
  }

  @Test
  void messageThatCanNeverBeStoredGoesToTheBrokersDeadLetters() throws SQLException {
    refuseDone();
    String saga = loop().start("{}");

    // The broker's own words for a message that has been tried max-delivery-attempts times.
    awaitLog("AMQ222149");

    acceptDone();
    assertThat(loop().stateOf(saga)).isEqualTo("open");
  }

  @Test
  void messageThatWasInHandWhenTheServerDiedComesAgain() throws SQLException {
    refuseDone();
    String saga = loop().start("{}");
    awaitLog(GIVEN_BACK);

    server.kill9();
    acceptDone();
    server.start();

    awaitDone(saga);
    assertThat(loop().read(saga).getJsonObject("history").getJsonArray("events")).hasSize(2);
  }

  private void refuseDone() throws SQLException {
    logSoFar = server.log().length();
    execute("alter table saga add constraint not_done check (state <> 'done') nocheck");
  }

  private void acceptDone() throws SQLException {
    execute("alter table saga drop constraint not_done");
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(database, "sa", "sa");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void awaitDone(String saga) {
    Await.until(() -> "done: " + loop().read(saga), SOON, () -> isDone(saga));
  }

  private boolean isDone(String saga) {
    return loop().stateOf(saga).equals("done");
  }

  /** Messages are counted a moment after their transaction. */
  private void awaitConsumed(double count) {
    Await.until(() -> count + " messages, not " + consumed(), SOON, () -> consumed() == count);
  }

  private void awaitLog(String words) {
    Await.until(words, SOON, () -> server.log().indexOf(words, logSoFar) >= 0);
  }

  private double consumed() {
    return server
        .http()
        .get("-/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith("flow_manager_messages_consumed_total"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  private FlowClient loop() {
    return FlowClient.ofRoot(server.http());
  }
}
