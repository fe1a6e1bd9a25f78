// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.system;

import static io.flowmanager.testing.jms.JmsPeer.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.testing.Await;
import io.flowmanager.testing.FlowDocuments;
import io.flowmanager.testing.jms.JmsBroker;
import io.flowmanager.testing.jms.JmsPeer;
import io.flowmanager.testing.server.FlowClient;
import io.flowmanager.testing.server.FlowFolder;
import io.flowmanager.testing.server.HttpAnswer;
import io.flowmanager.testing.server.PackagedServer;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged server and a broker that comes, goes and comes back; the password is a secret. */
class JmsSystemIT {

  private static final Duration SOON = Duration.ofMinutes(2);
  private static final String PASSWORD = "s3cr3t-of-the-broker";
  private static final int SAGAS = 200;
  private static final String FLOW =
      """
      {
        "communicationProtocols": [
          {
            "id": "broker",
            "type": "jms",
            "configurations": {
              "brokerUrl": "",
              "username": "flow-manager",
              "password": {"type": "file", "path": ""},
              "inputQueues": ["events"],
              "outputQueues": ["commands"],
              "deadLetterQueue": "dead"
            }
          }
        ],
        "persistencyManagement": {},
        "machineDefinition": {
          "initialState": "created",
          "creationEvent": "ordered",
          "states": [
            {
              "id": "created",
              "isFinal": false,
              "businessStateId": 1,
              "outputCommand": {"channel": "broker", "label": "pay"},
              "outgoingTransitions": [{"inputEvent": "paid", "targetState": "paid"}]
            },
            {
              "id": "paid",
              "isFinal": false,
              "businessStateId": 1,
              "outputCommand": {"channel": "broker", "label": "deliver"},
              "outgoingTransitions": [{"inputEvent": "delivered", "targetState": "done"}]
            },
            {"id": "done", "isFinal": true, "businessStateId": 1}
          ],
          "businessStates": [{"id": 1, "description": "Any"}]
        }
      }
      """;

  @TempDir private Path folder;
  private JmsBroker broker;
  private PackagedServer server;

  @BeforeEach
  void launch() throws IOException {
    broker = JmsBroker.in(folder.resolve("broker")).onlyFor("flow-manager", PASSWORD);
    Path secret = Files.writeString(folder.resolve("password"), PASSWORD);
    String channel = "/communicationProtocols/0/configurations";
    FlowDocuments flow =
        FlowDocuments.of(FLOW)
            .with(channel + "/brokerUrl", "\"" + broker.url() + "\"")
            .with(channel + "/password/path", "\"" + secret.toAbsolutePath() + "\"");
    server =
        PackagedServer.in(folder)
            .with(new FlowFolder(folder.resolve("flows")).with("jms", flow).settings("jms"))
            .readyAt("/machine-definition");
  }

  @AfterEach
  void close() {
    server.close();
    broker.close();
  }

  private String whyDown() {
    JsonObject down = channel(server.http().get("-/ready"), 503);
    assertThat(down.getString("status")).isEqualTo("down");
    return down.getString("reason");
  }

  @Test
  void everySagaEndsOnceThoughTheBrokerComesLateAndIsRestarted() throws JMSException {
    server.start();
    List<String> sagas = IntStream.range(0, SAGAS).mapToObj(i -> flow().start("{}")).toList();
    Await.until(
        "a first try", SOON, () -> whyDown().contains(broker.url() + " could not be reached"));

    broker.start();
    Set<String> commands = new HashSet<>();
    answer(commands, SAGAS);
    broker.stop();
    Await.until("news of the loss", SOON, () -> server.http().get("-/ready").status() == 503);
    broker.start();
    answer(commands, 2 * SAGAS);

    for (String saga : sagas) {
      Await.until(() -> flow().read(saga).toString(), SOON, () -> isDone(saga));
      JsonObject history = flow().read(saga).getJsonObject("history");
      assertThat(history.getJsonArray("events")).hasSize(3);
    }
    assertThat(channel(server.http().get("-/ready"), 200).getString("status")).isEqualTo("up");
    assertThat(server.stop()).as("exit code on SIGTERM").isZero();
    assertThat(server.log()).doesNotContain(PASSWORD);
    assertThat(broker.depth("events")).isZero();
  }

  @Test
  void messagesThatLeadToNothingAreCountedAndPutAside() throws JMSException {
    broker.start();
    server.start();
    String saga = flow().start("{}");
    try (JmsPeer peer = peer()) {
      peer.send(
          "events",
          List.of(
              event(saga, "paid", "17"),
              event("nobody", "paid", "{}"),
              JmsPeer.text("no saga"),
              event(saga, "paid", "{}")));

      assertThat(peer.take("dead", 3, SOON))
          .extracting(message -> message.getStringProperty("flowManagerReason"))
          .containsExactlyInAnyOrder("malformed", "unknown-saga", "no-key");
    }

    Await.until("the good one", SOON, () -> flow().stateOf(saga).equals("paid"));
    awaitMetric("flow_manager_messages_dead_lettered_total\\{.*} 3");
    awaitMetric("flow_manager_messages_skipped_total\\{.*reason=\"no-key\".*} 1");
  }

  /** Takes commands until that many different ones have been seen, and answers each. */
  private void answer(Set<String> seen, int count) throws JMSException {
    try (JmsPeer peer = peer()) {
      while (seen.size() < count) {
        Message command = peer.take("commands", 1, SOON).get(0);
        boolean isPay = command.getBody(String.class).contains("\"pay\"");
        seen.add(command.getStringProperty("commandId"));
        String saga = command.getStringProperty("sagaId");
        peer.send("events", event(saga, isPay ? "paid" : "delivered", "{}"));
      }
    }
  }

  private JmsPeer peer() {
    return JmsPeer.at(broker, "flow-manager", PASSWORD);
  }

  private static JsonObject channel(HttpAnswer answer, int status) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(status);
    return answer.json().getJsonObject("checks").getJsonArray("channels").getJsonObject(0);
  }

  private boolean isDone(String saga) {
    return flow().stateOf(saga).equals("done");
  }

  /** Messages are counted a moment after the broker has forgotten them. */
  private void awaitMetric(String line) {
    Pattern sample = Pattern.compile(line);
    Await.until(line, SOON, () -> sample.matcher(server.http().get("-/metrics").body()).find());
  }

  private FlowClient flow() {
    return FlowClient.ofRoot(server.http());
  }
}
