// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.testing.JsonTexts;
import io.flowmanager.testing.participant.Participant;
import io.flowmanager.testing.server.FlowClient;
import io.flowmanager.testing.server.FlowFolder;
import io.flowmanager.testing.server.HttpAnswer;
import io.flowmanager.testing.server.PackagedServer;
import io.flowmanager.testing.server.TestFlows;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Other flow managers keep their sagas in a server that allows it, and in no other one. */
class PersistencySystemIT {

  private static final String HISTORY =
      """
      {"states": [
         {"state": "orderCreated", "timestamp": "2026-01-02T03:04:05.006Z", "businessStateId": "received",
          "businessStateDescription": "We have received the order"},
         {"state": "orderPaid", "timestamp": "2026-01-02T03:04:06.007Z", "businessStateId": "inProgress",
          "businessStateDescription": "We are working on the order"}],
       "events": [
         {"event": "orderRequested", "timestamp": "2026-01-02T03:04:05.006Z"},
         {"event": "paymentExecuted", "timestamp": "2026-01-02T03:04:06.007Z",
          "businessEventId": "moneyReceived", "businessEventDescription": "The customer has paid"}]}
      """;

  private static final String DOCUMENT =
      """
      {"associatedEntityId": "4711", "currentState": "orderPaid", "isFinal": false,
       "businessStateId": "inProgress", "businessStateDescription": "We are working on the order",
       "latestEvent": "paymentExecuted", "metadata": {"card": "valid", "n": 1.50}, "history": %s}
      """
          .formatted(HISTORY);

  private static Participant participant;
  private static PackagedServer open;
  private static PackagedServer closed;

  @BeforeAll
  static void start(@TempDir Path folder) {
    participant = Participant.open();
    open = server(folder.resolve("open"), "true").launch();
    closed = server(folder.resolve("closed"), "false").launch();
    open.awaitReady();
    closed.awaitReady();
  }

  private static PackagedServer server(Path folder, String enabled) {
    FlowFolder flows =
        new FlowFolder(folder.resolve("flows"))
            .with("order", TestFlows.order(participant))
            .with("ledger", TestFlows.ledger(participant));
    return PackagedServer.in(folder)
        .with(flows.settings("order"))
        .with("FLOW_MANAGER_PERSISTENCY_ENABLED", enabled);
  }

  @AfterAll
  static void close() {
    open.close();
    closed.close();
    participant.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "POST", "PATCH"})
  void aDocumentComesBackAsItWasWritten(String method) {
    String path = "persistency/order/written-by-" + method;

    assertThat(write(method, path, DOCUMENT).json().getString("outcome")).isEqualTo("created");
    assertThat(write(method, path, DOCUMENT).json().getString("outcome")).isEqualTo("unchanged");

    var expected = JsonTexts.object(DOCUMENT);
    var read = open.http().get(path).json();
    assertThat(read.getString("sagaId")).isEqualTo("written-by-" + method);
    expected.forEach((member, value) -> assertThat(read.get(member)).isEqualTo(value));
    assertThat(read).hasSize(9);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a%2Fb", "a%252Fb", "a%3Bb", "a%3Fb", "a%25", "a+b", "a:b@c", "%2E%2E"})
  void anIdIsOneSegmentOfThePath(String segment) {
    String path = "persistency/order/" + segment;
    write("PUT", path, DOCUMENT);

    assertThat(open.http().get(path).json().getString("sagaId"))
        .isEqualTo(URI.create("/" + segment).getPath().substring(1));
  }

  @Test
  void aDocumentReplacesASagaThatRunsHereAndEventsGoOnFromIt() {
    FlowClient orders = FlowClient.ofRoot(open.http());
    String saga = orders.start("{\"mine\": true}");

    assertThat(write("PUT", "persistency/order/" + saga, DOCUMENT).json().getString("outcome"))
        .isEqualTo("replaced");
    assertThat(orders.stateOf(saga)).isEqualTo("orderPaid");

    orders.move(saga, "orderPrepared", "{\"parcel\": 7}");
    assertThat(orders.read(saga).getJsonObject("metadata").getInt("parcel")).isEqualTo(7);
    assertThat(orders.read(saga).getJsonObject("history").getJsonArray("events")).hasSize(3);
  }

  @Test
  void anUpsertSetsMembersAndLeavesOthers() {
    String path = "crud/order/upsert-one?sagaId=upserted";
    HttpAnswer made = open.http().post(path, "{\"$set\": " + DOCUMENT + "}");
    HttpAnswer changed = open.http().post(path, "{\"$set\": {\"metadata\": {\"card\": \"new\"}}}");

    assertThat(made.status()).as("%s", made).isEqualTo(200);
    assertThat(changed.json().getJsonObject("metadata").getString("card")).isEqualTo("new");
    assertThat(changed.json().getString("currentState")).isEqualTo("orderPaid");
    assertThat(open.http().get("crud/order/?sagaId=upserted").body())
        .isEqualTo("[" + changed.body() + "]");
  }

  @Test
  void sagasOfAFlowAreCounted() {
    write("PUT", "persistency/ledger/counted", DOCUMENT);

    assertThat(open.http().get("crud/ledger/count").body()).isEqualTo("1");
    assertThat(open.http().get("crud/ledger/count?sagaId=counted").body()).isEqualTo("1");
    assertThat(open.http().get("crud/ledger/count?sagaId=none").body()).isEqualTo("0");
  }

  @ParameterizedTest
  @CsvSource({
    "GET,persistency/order/none,{},404,Unknown saga",
    "PUT,persistency/none/a,{},404,Unknown flow",
    "PUT,persistency/order/a,{},400,Malformed saga document",
    "PUT,persistency/order/a,{,400,Malformed JSON",
    "PUT,persistency/order/a%20b,{},400,Malformed saga id",
    "PUT,persistency/order/a;b,{},400,Malformed saga id",
    "GET,persistency/order/a;b,{},400,Malformed saga id",
    "DELETE,persistency/order/a,{},405,Method not allowed",
    "POST,crud/order/upsert-one,{},400,Malformed query",
    "POST,crud/order/upsert-one?sagaId=a&state=b,{},400,Malformed query",
    "POST,crud/order/upsert-one?sagaId=a,{},400,Malformed update",
    "POST,crud/order/upsert-one?sagaId=a,'{\"$set\": {}}',422,Incomplete saga document",
    "GET,crud/order/upsert-one,{},405,Method not allowed",
    "GET,crud/order/count?state=b,{},400,Malformed query"
  })
  void whatIsRefusedSaysWhy(String method, String path, String body, int status, String title) {
    HttpAnswer answer = write(method, path, body);

    assertThat(answer.status()).as("%s", answer).isEqualTo(status);
    assertThat(answer.json().getString("title")).isEqualTo(title);
  }

  @ParameterizedTest
  @CsvSource({
    "PUT,persistency/order/a",
    "POST,persistency/order/a",
    "PATCH,persistency/order/a",
    "GET,persistency/order/a",
    "POST,crud/order/upsert-one?sagaId=a",
    "POST,crud/order/upsert-one",
    "GET,crud/order/count"
  })
  void aServerThatKeepsNoSagasForOthersSaysWhichSettingItIs(String method, String path) {
    HttpAnswer answer =
        closed.http().send(method, path, BodyPublishers.ofString("{\"$set\": " + DOCUMENT + "}"));

    assertThat(answer.status()).as("%s", answer).isEqualTo(404);
    assertThat(answer.json().getString("detail")).contains("flow-manager.persistency.enabled=true");
  }

  @Test
  void sagasAreReadAsDocumentsOfACrudServiceAlsoWhenPersistencyIsOff() {
    assertThat(closed.http().get("crud/order/?sagaId=none").body()).isEqualTo("[]");
  }

  private static HttpAnswer write(String method, String path, String body) {
    return open.http().send(method, path, BodyPublishers.ofString(body));
  }
}
