// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowmanager.saga.application.remote.MemoryDocumentService.Conduct;
import io.flowmanager.saga.application.store.Answer;
import io.flowmanager.saga.application.store.StoreUnavailableException;
import io.flowmanager.saga.domain.Saga;
import io.flowmanager.saga.domain.SagaDocument;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.testing.Await;
import io.flowmanager.testing.JsonTexts;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** What a store of intents does while nobody dies. */
public abstract class IntentStepsContract extends IntentContract {

  private static final String ONE_STEP =
      ", \"history\": {\"states\": [{\"state\": \"created\", \"timestamp\":"
          + " \"2025-01-01T00:00:00.000Z\", \"businessStateId\": 1, \"extra\": true}],"
          + " \"events\": [{\"event\": \"orderCreated\", \"timestamp\":"
          + " \"2025-01-01T00:00:00.000Z\", \"extra\": 7}], \"more\": []}";

  @Test
  void startedSagaIsInTheServiceAndInTheDatabase() {
    node().start(SAGA, "key");

    assertAt("created", "orderCreated");
    assertThat(document().keySet())
        .isSubsetOf(SagaDocument.MEMBERS)
        .contains("sagaId", "associatedEntityId", "latestEvent", "metadata");
  }

  @Test
  void stepsFollowOneAnother() {
    Node node = node();
    node.start(SAGA, "key");

    assertThat(node.send(SAGA, "paid")).isEqualTo(new Answer.Transitioned(SAGA, "paid"));
    assertThat(node.send(SAGA, "prepared")).isEqualTo(new Answer.Transitioned(SAGA, "done"));

    assertAt("done", "orderCreated", "paid", "prepared");
    assertThat(document().getBoolean("isFinal")).isTrue();
    assertThat(document().getJsonObject("metadata"))
        .isEqualTo(JsonTexts.object("{\"total\": 10, \"by\": \"prepared\"}"));
  }

  @Test
  void commandIsNobodysBeforeTheServiceHasTheDocumentAndLeasedAfterwards() {
    List<String> during = new ArrayList<>();
    service()
        .beforeWrite(
            () -> {
              clock().advance(Node.LEASE.multipliedBy(2));
              during.addAll(due());
            });

    node().start(SAGA, "key");

    assertThat(during).isEmpty();
    service().beforeWrite(() -> {});
    node().send(SAGA, "paid");
    assertThat(due()).containsExactly("saga-1.0 pay");
    clock().advance(Node.LEASE);
    assertThat(due()).containsExactly("saga-1.0 pay", "saga-1.1 prepare");
  }

  @Test
  void startWithAKeyThatIsRepeatedIsTheSameSaga() {
    node().start(SAGA, "key");

    assertThat(node().start(new SagaId("saga-2"), "key")).isEqualTo(SAGA);

    assertThat(service().writes()).hasSize(1);
  }

  @Test
  void eventThatIsRepeatedGetsTheFirstAnswer() {
    Node node = node();
    node.start(SAGA, "key");
    node.send(SAGA, "paid", "one");
    node.send(SAGA, "prepared", "two");

    assertThat(node.send(SAGA, "paid", "one")).isEqualTo(new Answer.Transitioned(SAGA, "paid"));

    assertAt("done", "orderCreated", "paid", "prepared");
  }

  @Test
  void eventThatChangesNothingIsRememberedAndNotWritten() {
    Node node = node();
    node.start(SAGA, "key");

    assertThat(node.send(SAGA, "prepared", "early")).isEqualTo(new Answer.Ignored(SAGA, "created"));
    node.send(SAGA, "paid");
    assertThat(node.send(SAGA, "prepared", "early")).isEqualTo(new Answer.Ignored(SAGA, "created"));

    assertThat(service().writes()).hasSize(2);
    assertAt("paid", "orderCreated", "paid");
  }

  @Test
  void whatSomebodyChangedBetweenTwoEventsCounts() {
    Node node = node();
    node.start(SAGA, "key");
    String changed =
        document().toString().replace("\"currentState\":\"created\"", "\"currentState\":\"paid\"");
    service().put(SAGA, JsonTexts.object(changed.replace("\"total\":10", "\"total\":11")));

    assertThat(node.send(SAGA, "prepared")).isEqualTo(new Answer.Transitioned(SAGA, "done"));

    assertThat(document().getJsonObject("metadata").getInt("total")).isEqualTo(11);
    assertAt("done", "orderCreated", "prepared");
  }

  @Test
  void stepsOfAnotherWriterCountAndTheNumbersGoOnAfterThem() {
    Node node = node();
    node.start(SAGA, "key");
    sendElsewhere("paid");

    node.send(SAGA, "prepared");

    assertThat(events(document())).containsExactly("orderCreated", "paid", "prepared");
    assertThat(copy()).map(Saga::sequence).contains(2L);
  }

  @Test
  void removedDocumentIsAnUnknownSagaAndIsNotMadeAgain() {
    Node node = node();
    node.start(SAGA, "key");
    service().remove(SAGA);

    assertThat(node.send(SAGA, "paid")).isEqualTo(new Answer.UnknownSaga(SAGA));

    assertThat(service().document(SAGA)).isEmpty();
    assertThat(node.store().find(SAGA)).isEmpty();
    assertThat(intent()).isEmpty();
  }

  @Test
  void sagaThatWasMadeElsewhereGoesOnWithAllThatItHas() {
    service().put(SAGA, foreign("created", ONE_STEP));

    node().send(SAGA, "paid");

    JsonObject history = document().getJsonObject("history");
    JsonObject old = foreign("created", ONE_STEP).getJsonObject("history");
    assertThat(history.getJsonArray("states").get(0)).isEqualTo(old.getJsonArray("states").get(0));
    assertThat(history.getJsonArray("events").get(0)).isEqualTo(old.getJsonArray("events").get(0));
    assertThat(history.getJsonArray("more")).isEmpty();
    assertThat(document().getString("_id")).isEqualTo("507f");
    assertThat(document().getJsonObject("note"))
        .isEqualTo(JsonTexts.object("{\"by\": [\"somebody\"]}"));
    assertThat(events(document())).containsExactly("orderCreated", "paid");
    assertThat(copy()).map(Saga::sequence).contains(1L);
  }

  @Test
  void sagaWithoutAHistoryGetsOneAndGoesOn() {
    service().put(SAGA, foreign("created", ""));
    Node node = node();

    node.send(SAGA, "paid");
    node.send(SAGA, "prepared");

    assertThat(events(document())).containsExactly("paid", "prepared");
    assertThat(copy()).map(Saga::sequence).contains(2L);
  }

  @Test
  void entityThatIsNoTextStaysAsItIs() {
    service()
        .put(SAGA, JsonTexts.object("{\"currentState\": \"created\", \"associatedEntityId\": 42}"));

    node().send(SAGA, "paid");

    assertThat(document().getInt("associatedEntityId")).isEqualTo(42);
  }

  @Test
  void documentThatIsNotUnderstoodIsNotOverwritten() {
    for (String wrong :
        List.of(
            "{\"metadata\": {}}",
            "{\"currentState\": \"created\", \"metadata\": []}",
            "{\"currentState\": \"created\", \"history\": []}",
            "{\"currentState\": \"created\", \"history\": {\"events\": {}}}")) {
      service().put(SAGA, JsonTexts.object(wrong));

      assertThatThrownBy(() -> node().send(SAGA, "paid"))
          .isInstanceOf(StoreUnavailableException.class)
          .hasMessageStartingWith("The stored document of the saga has ");
    }

    assertThat(service().writes()).isEmpty();
    assertThat(intent()).isEmpty();
  }

  @Test
  void serviceWithoutIdsGetsOneOnlyWhereItHadOne() {
    var service = new MemoryDocumentService(false);
    Node node = node(service);
    var other = new SagaId("saga-2");
    service.put(other, JsonTexts.object("{\"sagaId\": \"saga-2\", \"currentState\": \"created\"}"));

    node.start(SAGA, "key");
    node.send(SAGA, "paid");
    node.send(other, "paid");

    assertThat(service.document(SAGA).orElseThrow()).hasSize(7).doesNotContainKey("sagaId");
    assertThat(service.document(other).orElseThrow().getString("sagaId")).isEqualTo("saga-2");
  }

  @Test
  void serviceThatIsDownFailsAnEventAndLeavesNothingBehind() {
    Node node = node();
    node.start(SAGA, "key");
    service().isDown(true);

    assertThatThrownBy(() -> node.send(SAGA, "paid")).isInstanceOf(StoreUnavailableException.class);

    service().isDown(false);
    assertAt("created", "orderCreated");
  }

  @Test
  void serviceThatShowsLessThanItHasAcknowledgedIsAFaultForTheLog() {
    Node node = node();
    node.start(SAGA, "key");
    service().behave(Conduct.LIES);
    node.send(SAGA, "paid");
    service().behave(Conduct.KEEPS);

    assertThatThrownBy(() -> node.send(SAGA, "prepared"))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining("shows step 0 of saga saga-1, but it has acknowledged step 1");

    assertThat(events(document())).containsExactly("orderCreated");
    assertThat(intent()).isEmpty();
    assertLogged(() -> assertThatThrownBy(() -> node.send(SAGA, "prepared")).isNotNull());
  }

  /** Of messages of one kind the log takes one in a second. */
  private static void assertLogged(Runnable work) {
    List<LogRecord> records = new CopyOnWriteArrayList<>();
    Logger log = Logger.getLogger(IntentStore.class.getName());
    Handler handler = handler(records);
    log.addHandler(handler);
    try {
      Await.until(
          "an error is logged",
          Duration.ofSeconds(20),
          () -> {
            work.run();
            return records.stream().anyMatch(record -> record.getLevel() == Level.SEVERE);
          });
    } finally {
      log.removeHandler(handler);
    }
  }

  private static Handler handler(List<LogRecord> records) {
    return new Handler() {
      @Override
      public void publish(LogRecord record) {
        records.add(record);
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }

  @Test
  void serviceThatKeepsTheLatestStepsOnlyIsNoFault() {
    Node node = node();
    node.start(SAGA, "key");
    clock().advance(Duration.ofSeconds(1));
    node.send(SAGA, "paid");
    JsonObject history = document().getJsonObject("history");
    String shortened =
        "{\"states\": [%s], \"events\": [%s]}"
            .formatted(
                history.getJsonArray("states").get(1), history.getJsonArray("events").get(1));
    service()
        .put(SAGA, JsonTexts.object(document().toString().replace(history.toString(), shortened)));

    node.send(SAGA, "prepared");

    assertThat(events(document())).containsExactly("paid", "prepared");
    assertThat(copy()).map(Saga::sequence).contains(2L);
  }
}
