// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.platform.problem.Problem;
import io.flowmanager.platform.problem.ProblemException;
import io.flowmanager.saga.application.document.DocumentEdit;
import io.flowmanager.saga.domain.HistoryEntry;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.BusinessId;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Saga documents as they come in. */
class DocumentReaderTest {

  private static final SagaId ID = new SagaId("saga-1");

  private static final String DOCUMENT =
      """
      {"sagaId": "saga-1", "associatedEntityId": "", "currentState": "paid", "isFinal": true,
       "businessStateId": 2, "businessStateDescription": "We have the money",
       "latestEvent": "paid", "metadata": {"a": 1}, "ours": [],
       "history": {
         "states": [
           {"state": "made", "timestamp": "2026-01-02T03:04:05.678Z", "businessStateId": "1"},
           {"state": "paid", "timestamp": "2026-01-02T04:04:05.6789+01:00", "businessStateId": 2}],
         "events": [
           {"event": "order", "timestamp": "2026-01-02T03:04:05.678Z"},
           {"event": "paid", "timestamp": "2026-01-02T03:04:05.678Z", "businessEventId": "e"}]}}
      """;

  @Test
  void aDocumentIsReadWhole() {
    DocumentEdit edit = DocumentReader.whole(document(), ID);

    assertThat(edit.missing()).isEmpty();
    assertThat(edit.associatedEntityId()).contains("");
    assertThat(edit.currentState()).contains("paid");
    assertThat(edit.isFinal()).contains(true);
    assertThat(edit.businessStateId()).contains(new BusinessId("2"));
    assertThat(edit.latestEvent()).contains("paid");
    assertThat(edit.metadata()).contains(document().getJsonObject("metadata"));
  }

  @Test
  void eachEventIsJoinedWithTheStateThatItLedTo() {
    Instant at = Instant.parse("2026-01-02T03:04:05.678Z");

    assertThat(DocumentReader.whole(document(), ID).history())
        .contains(
            List.of(
                new HistoryEntry(0, "order", Optional.empty(), "made", new BusinessId("\"1\""), at),
                new HistoryEntry(
                    1,
                    "paid",
                    Optional.of(new BusinessId("\"e\"")),
                    "paid",
                    new BusinessId("2"),
                    at)));
  }

  @Test
  void anIdIsNotNeeded() {
    assertThat(DocumentReader.whole(without("sagaId"), ID)).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({
    "sagaId,\"saga-2\",/sagaId",
    "sagaId,1,/sagaId",
    "associatedEntityId,null,/associatedEntityId",
    "associatedEntityId,7,/associatedEntityId",
    "currentState,[],/currentState",
    "isFinal,\"yes\",/isFinal",
    "businessStateId,true,/businessStateId",
    "latestEvent,{},/latestEvent",
    "metadata,[],/metadata",
    "history,[],/history",
    "history,{},/history/states",
    "history,'{\"states\": [], \"events\": 1}',/history/events",
    "history,'{\"states\": [], \"events\": [{}]}',/history",
    "history,'{\"states\": [1], \"events\": [{}]}',/history/states/0",
    "history,'{\"states\": [{}], \"events\": [{}]}',/history/events/0/event",
    "history,'{\"states\": [{\"timestamp\": \"now\"}], \"events\": [{}]}',/history/states/0/timestamp",
    "history,'{\"states\": [{\"timestamp\": \"+10000-01-01T00:00:00Z\"}], \"events\": [{}]}',/history/states/0/timestamp"
  })
  void whatIsWrongHasAPointer(String member, String value, String pointer) {
    Problem problem = refusal(with(member, value));

    assertThat(problem.status()).isEqualTo(400);
    assertThat(problem.title()).isEqualTo("Malformed saga document");
    assertThat(problem.errors()).extracting(Problem.Fault::pointer).contains(pointer);
  }

  @Test
  void aTextThatNoColumnTakesIsAFault() {
    assertThat(refusal(with("currentState", "\"" + "x".repeat(256) + "\"")).detail())
        .isEqualTo("/currentState may have 255 characters at the most.");
    assertThat(refusal(with("currentState", "\"\\u0000\"")).detail())
        .isEqualTo("/currentState must not contain the character U+0000.");
    assertThat(refusal(with("businessStateId", "\"" + "x".repeat(299) + "\"")).errors())
        .extracting(Problem.Fault::pointer)
        .containsExactly("/businessStateId");
  }

  @Test
  void everyMemberButTheIdIsNeeded() {
    assertThat(refusal(JsonValue.EMPTY_JSON_OBJECT).errors())
        .extracting(Problem.Fault::pointer)
        .containsExactly(
            "/associatedEntityId",
            "/businessStateId",
            "/currentState",
            "/history",
            "/isFinal",
            "/latestEvent",
            "/metadata");
    assertThat(refusal(JsonValue.EMPTY_JSON_ARRAY).detail())
        .isEqualTo("The body must be an object.");
  }

  @Test
  void anUpdateSetsWhatItNames() {
    DocumentEdit edit = DocumentReader.set(object("{\"$set\": {\"isFinal\": false}}"), ID);

    assertThat(edit.isFinal()).contains(false);
    assertThat(edit.missing()).hasSize(6).doesNotContain("isFinal");
  }

  @ParameterizedTest
  @CsvSource({
    "{},/$set",
    "'{\"$set\": {}, \"$unset\": {}}',/$unset",
    "'{\"$set\": []}',/$set",
    "'{\"$set\": {\"sagaId\": \"other\"}}',/$set/sagaId",
    "'{\"$set\": {\"metadata.a/b\": 1}}',/$set/metadata.a~1b",
    "'{\"$set\": {\"history\": {}}}',/$set/history/states"
  })
  void whatIsWrongWithAnUpdateHasAPointer(String body, String pointer) {
    Problem problem = refusal(() -> DocumentReader.set(object(body), ID));

    assertThat(problem.title()).isEqualTo("Malformed update");
    assertThat(problem.errors()).extracting(Problem.Fault::pointer).contains(pointer);
  }

  private static Problem refusal(JsonValue body) {
    return refusal(() -> DocumentReader.whole(body, ID));
  }

  private static Problem refusal(Runnable reading) {
    return catchThrowableOfType(ProblemException.class, reading::run).problem();
  }

  private static JsonObject document() {
    return object(DOCUMENT);
  }

  private static JsonObject with(String member, String json) {
    return JsonText.builders()
        .createObjectBuilder(document())
        .add(member, object("{\"value\": " + json + "}").get("value"))
        .build();
  }

  private static JsonObject without(String member) {
    return JsonText.builders().createObjectBuilder(document()).remove(member).build();
  }

  private static JsonObject object(String json) {
    return JsonText.parse(json).asJsonObject();
  }
}
