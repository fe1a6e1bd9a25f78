// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.testing.Await;
import io.flowmanager.testing.JsonTexts;
import io.flowmanager.testing.server.FlowClient;
import io.flowmanager.testing.server.Http;
import io.flowmanager.testing.server.HttpAnswer;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One main flow and two sub flows behind a router, wherever they are played. */
interface RouterScenario {

  Duration SOON = Duration.ofSeconds(30);

  /** The router. */
  Http router();

  /** The server that plays the main flow. */
  Http mainServer();

  /** The server that plays the identifications. */
  Http identificationServer();

  /** The router's root looks like that of a flow manager. */
  private FlowClient calls() {
    return FlowClient.ofRoot(router());
  }

  private JsonObject startIdentification(String entity, String... headers) {
    HttpAnswer answer =
        calls().tryStart(entity, "{\"type\": \"identification\", \"papers\": []}", headers);
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    return answer.json();
  }

  private JsonObject mainSaga(JsonObject started) {
    return FlowClient.ofRoot(mainServer()).read(started.getString("sagaId"));
  }

  private JsonObject subSaga(JsonObject started) {
    return FlowClient.ofRoot(identificationServer()).read(started.getString("subSagaId"));
  }

  @Test
  default void twoSagasAreStartedAsOneAndKnowEachOther() {
    JsonObject started = startIdentification("both");

    assertThat(started.getString("subFlow")).isEqualTo("identification");
    JsonObject main = mainSaga(started);
    JsonObject sub = subSaga(started);
    assertThat(main.getString("currentState")).isEqualTo("waiting");
    assertThat(main.getJsonObject("metadata"))
        .isEqualTo(
            JsonTexts.object(
                "{\"type\": \"identification\", \"papers\": [], \"subSagaId\": \"%s\"}"
                    .formatted(sub.getString("sagaId"))));
    assertThat(sub.getString("associatedEntityId")).isEqualTo("both");
    assertThat(sub.getJsonObject("metadata").getString("mainSagaId"))
        .isEqualTo(main.getString("sagaId"));
  }

  @Test
  default void anEventReachesTheSubSagaAndItsNewsTheMainSaga() {
    JsonObject started = startIdentification("whole way");
    String main = started.getString("sagaId");

    HttpAnswer first =
        calls()
            .send(
                main,
                "documentSent",
                "{\"papers\": [{\"sha\": \"a\", \"page\": 1}], \"forMain\": {\"papers\": [{\"sha\":"
                    + " \"a\"}]}}");

    assertThat(first.status()).as("%s", first).isEqualTo(200);
    assertThat(first.json().getString("outcome")).isEqualTo("transitioned");
    Await.until(
        () -> "the news: " + mainSaga(started) + subSaga(started),
        SOON,
        () -> subSaga(started).getString("currentState").equals("told"));
    assertThat(mainSaga(started).getString("currentState")).isEqualTo("checked");
    assertThat(mainSaga(started).getJsonObject("metadata").getJsonArray("papers"))
        .containsExactly(JsonTexts.object("{\"sha\": \"a\"}"));
    assertThat(subSaga(started).getJsonObject("metadata").getJsonArray("papers"))
        .containsExactly(JsonTexts.object("{\"sha\": \"a\", \"page\": 1}"));
  }

  @Test
  default void papersThatComeAtTheSameTimeAreAllThere() {
    JsonObject started = startIdentification("runner");
    List<CompletableFuture<HttpAnswer>> answers =
        IntStream.range(0, 8)
            .mapToObj(
                i ->
                    calls()
                        .sendAside(
                            started.getString("sagaId"),
                            "paperSent",
                            "{\"papers\": [{\"sha\": \"%d\"}]}".formatted(i)))
            .toList();

    assertThat(answers).extracting(CompletableFuture::join).allMatch(a -> a.status() == 200);
    assertThat(subSaga(started).getJsonObject("metadata").getJsonArray("papers")).hasSize(8);
  }

  @Test
  default void statusTellsOfBothAndTheSubSagaIsShown() {
    JsonObject started = startIdentification("status");
    String main = started.getString("sagaId");

    JsonObject expected =
        JsonTexts.object(
"""
{"sagaId": "%s",
 "mainSaga": {"currentState": "waiting", "businessStateDescription": "We wait for you"},
 "identificationSaga": {"currentState": "asked", "businessStateDescription": "Papers, please"}}
"""
                .formatted(main));
    assertThat(router().get("status/" + main).json()).isEqualTo(expected);
    assertThat(router().get("status?sagaId=" + main).json()).isEqualTo(expected);
    assertThat(router().get("sub-flow/saga/" + main).json()).isEqualTo(subSaga(started));
    assertThat(router().get("sub-flow/saga?sagaId=" + main).json()).isEqualTo(subSaga(started));
  }

  @Test
  default void aRepeatWithTheSameKeyGetsTheFirstSagas() {
    JsonObject first = startIdentification("repeat", "Idempotency-Key", "repeat-1");

    JsonObject second = startIdentification("other words", "Idempotency-Key", "repeat-1");

    assertThat(second).isEqualTo(first);
  }

  @Test
  default void withoutARuleNothingIsStarted() {
    HttpAnswer answer = calls().tryStart("nobody's", "{\"type\": \"payment\"}");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().getString("title")).isEqualTo("No rule");
    assertThat(mainServer().get("sagas?entityId=nobody's").json().getJsonArray("sagas")).isEmpty();
  }

  @Test
  default void matchingTellsTheWinnerAndWhyTheOthersLost() {
    HttpAnswer answer =
        router()
            .post(
                "router/match",
                "{\"type\": \"payment\", \"contract\": {\"country\": \"IT\", \"term\": 2}}");

    assertThat(answer.json())
        .isEqualTo(
            JsonTexts.object(
"""
{"rule": "payment",
 "tried": [
   {"rule": "identification", "matches": false,
    "mismatch": {"pointer": "/type",
                 "reason": "is \\"payment\\", and the rule wants \\"identification\\""}},
   {"rule": "payment", "matches": true}]}
"""));
  }

  @Test
  default void lintingFindsEverythingThatIsWrong() {
    HttpAnswer answer =
        router()
            .post(
                "router/lint",
                "[{\"id\": \"a\", \"info\": {\"flowManagerUrl\": \"flow:nowhere\"}, \"rules\":"
                    + " {}}]");

    assertThat(answer.json().getInt("errors")).isEqualTo(2);
    assertThat(answer.body()).contains("/0/info/flowManagerUrl", "crudServiceUrl");
  }

  @Test
  default void anUnknownMainSagaIs404() {
    assertThat(calls().send("nobody", "documentSent", "{}").status()).isEqualTo(404);
    assertThat(router().get("status/nobody").status()).isEqualTo(404);
    assertThat(router().get("sub-flow/saga/nobody").status()).isEqualTo(404);
  }

  @Test
  default void aPayloadThatIsNoObjectIs422() {
    String main = startIdentification("payload").getString("sagaId");

    assertThat(calls().send(main, "documentSent", "null").status()).isEqualTo(422);
    assertThat(calls().send(main, "documentSent", "[]").status()).isEqualTo(422);
  }

  @Test
  default void aNotificationWithoutAMainSagaIs422() {
    HttpAnswer answer =
        router()
            .post(
                "notify",
                "{\"key\": \"x\", \"value\": {\"messageLabel\": \"y\", \"messagePayload\":"
                    + " {\"forMain\": {}}}}");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().getString("detail")).contains("mainSagaId");
  }

  @Test
  default void aCallIsRepeatedByItsKeyAlone() {
    JsonObject first = startIdentification("by its key", "Idempotency-Key", "by-its-key");

    HttpAnswer answer = router().post("router/calls/repeat", "{\"key\": \"by-its-key\"}");

    assertThat(answer.json()).isEqualTo(first);
    assertThat(router().post("router/calls/repeat", "{\"key\": \"nobody\"}").status())
        .isEqualTo(404);
    assertThat(router().post("router/calls/repeat", "{}").status()).isEqualTo(400);
  }

  @Test
  default void nothingIsLeftUnfinished() {
    startIdentification("finished", "Idempotency-Key", "finished");

    assertThat(router().get("router/calls").json().getJsonArray("calls")).isEmpty();
  }
}
