// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.testing.participant.Participant;
import io.flowmanager.testing.server.FlowClient;
import io.flowmanager.testing.server.FlowFolder;
import io.flowmanager.testing.server.Http;
import io.flowmanager.testing.server.HttpAnswer;
import io.flowmanager.testing.server.PackagedServer;
import io.flowmanager.testing.server.TestFlows;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Two servers of the same flows, one without the fast path, cannot be told apart by answers. */
class FastPathSystemIT {

  private static final String START = "{\"associatedEntityId\": \"a\", \"metadata\": {}}";
  private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  private static Participant participant;
  private static PackagedServer fast;
  private static PackagedServer withoutFastPath;

  @BeforeAll
  static void start(@TempDir Path folder) {
    participant = Participant.open();
    fast = server(folder.resolve("fast"), "true").launch();
    withoutFastPath = server(folder.resolve("without"), "false").launch();
    fast.awaitReady();
    withoutFastPath.awaitReady();
  }

  private static PackagedServer server(Path folder, String fastPath) {
    FlowFolder flows =
        new FlowFolder(folder.resolve("flows"))
            .with("order", TestFlows.order(participant))
            .with("ledger", TestFlows.ledger(participant));
    return PackagedServer.in(folder)
        .with(flows.settings("order"))
        .with("FLOW_MANAGER_FAST_PATH_ENABLED", fastPath);
  }

  @AfterAll
  static void close() {
    fast.close();
    withoutFastPath.close();
    participant.close();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("io.flowmanager.system.MalformedRequest#all")
  void aMalformedRequestGetsTheSameAnswer(MalformedRequest request) {
    assertThat(answer(fast, request)).isEqualTo(answer(withoutFastPath, request));
  }

  private static String answer(PackagedServer server, MalformedRequest request) {
    return whole(
        server
            .http()
            .send(request.method(), request.path(), request.publisher(), request.headers()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "startSaga       | saga                | {'associatedEntityId': 'a', 'metadata': {}} | 200",
        "startSagaOfFlow | flows/ledger/saga   | {'associatedEntityId': 'a', 'metadata': {}} | 200",
        "sendEvent       | event               | {'key': 's', 'value': {'messageLabel': 'e', 'messagePayload': {}}} | 404",
        "sendEventToFlow | flows/order/event   | {'key': 's', 'value': {'messageLabel': 'e', 'messagePayload': 1}}  | 404",
        "lint            | flows/lint          | {}   | 200",
        "lintRules       | router/lint         | []   | 200",
        "matchRules      | router/match        | {}   | 404",
        "repeatCall      | router/calls/repeat | {}   | 404",
        "notify          | notify              | {}   | 404"
      })
  void everyEndpointGivesTheSameAnswerByItsWay(
      String operation, String path, String text, int status) {
    String body = text.replace('\'', '"');
    double before = HttpRequests.counted(fast.http(), operation, "fast-path");

    HttpAnswer answer = fast.http().post(path, body);
    HttpAnswer byJaxRs = withoutFastPath.http().post(path, body);

    assertThat(answer.status()).as("%s", answer).isEqualTo(status);
    assertThat(whole(answer)).isEqualTo(whole(byJaxRs));
    assertThat(HttpRequests.counted(fast.http(), operation, "fast-path")).isEqualTo(before + 1);
  }

  @Test
  void aSagaGetsTheSameAnswers() {
    assertThat(answers(fast.http()))
        .isEqualTo(answers(withoutFastPath.http()))
        .extracting(answer -> answer.substring(0, 3))
        .containsExactly("200", "200", "200", "400", "404");
  }

  private static List<String> answers(Http server) {
    FlowClient orders = FlowClient.ofRoot(server);
    String saga = orders.start("{\"note\": \"gr\u00fcn\"}");
    return Stream.of(
            server.post("saga", START, "Idempotency-Key", "the first"),
            orders.send(saga, "paymentExecuted", "{\"n\": 1}", "Idempotency-Key", "a"),
            orders.send(saga, "paymentExecuted", "{\"n\": 1}"),
            orders.send(saga, "paymentExecuted", "{}", "Idempotency-Key", ""),
            FlowClient.of(server, "ledger").send(saga, "noted", "{}"))
        .map(FastPathSystemIT::whole)
        .toList();
  }

  @Test
  void aServerWithoutTheFastPathAnswersByJaxRsOnly() {
    withoutFastPath.http().post("saga", START);

    assertThat(HttpRequests.counted(withoutFastPath.http(), "startSaga", "jax-rs")).isPositive();
    for (String operation : Set.of("startSaga", "sendEvent", "notify", "lint")) {
      assertThat(HttpRequests.counted(withoutFastPath.http(), operation, "fast-path")).isZero();
    }
  }

  /** Everything of the answer but its time, with any id of a saga made alike. */
  private static String whole(HttpAnswer answer) {
    Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
    headers.remove("date");
    return (answer.status() + " " + headers + "\n" + answer.body()).replaceAll(ID, "<id>");
  }
}
