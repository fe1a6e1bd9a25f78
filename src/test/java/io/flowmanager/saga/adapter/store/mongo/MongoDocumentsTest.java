// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.mongo;

import static io.flowmanager.testing.ChangeBuilder.moved;
import static io.flowmanager.testing.ChangeBuilder.untouched;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.flowmanager.saga.application.flow.Flow;
import io.flowmanager.saga.application.remote.RemoteSession;
import io.flowmanager.saga.application.store.Answer;
import io.flowmanager.saga.application.store.Receipt;
import io.flowmanager.saga.application.store.SagaChange;
import io.flowmanager.saga.application.store.SagaStore.Loaded;
import io.flowmanager.saga.application.store.SagaStore.Wanted;
import io.flowmanager.saga.application.store.StoreUnavailableException;
import io.flowmanager.saga.domain.EventId;
import io.flowmanager.saga.domain.HistoryEntry;
import io.flowmanager.saga.domain.Saga;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.testing.ChangeBuilder;
import io.flowmanager.testing.FlowBuilder;
import io.flowmanager.testing.JsonTexts;
import io.flowmanager.testing.QueryBuilder;
import io.flowmanager.testing.SettableClock;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** A collection of the original goes on here, and goes back. */
@TestInstance(Lifecycle.PER_CLASS)
class MongoDocumentsTest {

  private static final Instant NOW = SettableClock.START;
  private static final Flow FLOW = FlowBuilder.anOrderFlow().build();
  private static final SagaId PAID = new SagaId("5f0c1f5e-6c1b-4f7e-9a43-1d2c3b4a5960");
  private static final SagaId DONE = new SagaId("6a8d90b2-2f0e-4a35-8f6e-0f9b8a7c6d5e");
  private static final SagaId BARE = new SagaId("order-legacy-3");
  private static final EventId EVENT = new EventId("event-1");

  private final MongoPlace place = new MongoPlace(FLOW);

  @BeforeEach
  void importCollection() throws IOException {
    place.clear();
    try (InputStream export = getClass().getResourceAsStream("/mongo/orders.jsonl")) {
      String lines = new String(export.readAllBytes(), StandardCharsets.UTF_8);
      place.collection().insertMany(lines.lines().map(BsonDocument::parse).toList());
    }
  }

  @AfterAll
  void close() {
    place.close();
  }

  private RemoteSession begin(SagaId saga) {
    return place.store().begin(new Wanted(Set.of(saga), Map.of(saga, Set.of(EVENT)), Set.of()));
  }

  private Saga load(SagaId saga) {
    try (RemoteSession session = begin(saga)) {
      return session.loaded().sagas().get(saga);
    }
  }

  /** The saga moves to "done" with the metadata that it has. */
  private void move(SagaId id) {
    try (RemoteSession session = begin(id)) {
      session.commit(change(session.loaded().sagas().get(id)).build());
    }
  }

  private static ChangeBuilder change(Saga before) {
    var position = new Saga.Position("done", true, before.position().businessState(), "prepared");
    var after =
        new Saga(
            before.id(),
            before.flow(),
            FLOW.version(),
            before.associatedEntityId(),
            position,
            before.metadata(),
            before.sequence() + 1,
            before.createdAt(),
            NOW);
    return moved(after, before)
        .sends(after.sequence(), NOW)
        .received(
            new Receipt(before.id(), EVENT, new Answer.Transitioned(before.id(), "done"), NOW));
  }

  private void change(SagaId saga, Bson update) {
    place.collection().updateOne(Filters.eq("sagaId", saga.value()), update);
  }

  @Test
  void startOfTheServerChangesNoDocument() {
    List<BsonDocument> before = place.collection().find().into(new ArrayList<>());

    place.store().open();
    place.store().recover();
    place.store().list(QueryBuilder.sagas().build());
    load(PAID);

    assertThat(place.collection().find().into(new ArrayList<>())).isEqualTo(before);
  }

  @Test
  void sagaOfTheOriginalIsReadAsItIs() {
    Saga saga = load(PAID);

    assertThat(saga.sequence()).isEqualTo(1);
    assertThat(saga.createdAt()).isEqualTo("2024-01-12T21:44:03.101Z");
    assertThat(saga.metadata())
        .isEqualTo(
            JsonTexts.object(
                """
                {"orderId": "order-1001", "total": 249.9,
                 "items": [{"sku": "A-1", "count": 2}, {"sku": "B-7", "count": 3}],
                 "customer": {"name": "Zoë", "vip": true}}
                """));
  }

  @Test
  void numbersOfTheOriginalKeepTheirDigits() {
    assertThat(load(DONE).metadata())
        .isEqualTo(
            JsonTexts.object(
                """
                {"orderId": "order-1002", "weight": 12.3456789012345678901234567890123,
                 "stock": 9007199254740993}
                """));
  }

  @Test
  void documentWithoutHistoryIsASagaInItsState() {
    Saga saga = load(BARE);

    assertThat(saga.state()).isEqualTo("created");
    assertThat(saga.sequence()).isZero();
  }

  @Test
  void documentWithoutHistoryGoesOn() {
    move(BARE);

    assertThat(load(BARE).sequence()).isEqualTo(1);
    assertThat(place.claim(NOW)).hasSize(1);
  }

  @Test
  void stepAddsToTheDocumentAndKeepsTheRest() {
    BsonDocument before = place.document(PAID);

    move(PAID);

    BsonDocument after = place.document(PAID);
    for (String name : List.of("_id", "tenant", "importedAt", "metadata", "associatedEntityId")) {
      assertThat(after.get(name)).as(name).isEqualTo(before.get(name));
    }
    assertThat(after.getString("currentState").getValue()).isEqualTo("done");
    assertThat(after.getBoolean("isFinal").getValue()).isTrue();
    BsonArray events = after.getDocument("history").getArray("events");
    assertThat(events.subList(0, 2)).isEqualTo(before.getDocument("history").getArray("events"));
    assertThat(events.get(2))
        .isEqualTo(
            BsonDocument.parse(
                "{\"event\": \"prepared\", \"timestamp\": \"2026-01-02T03:04:05.678Z\"}"));
  }

  @Test
  void oneKeyOfTheDocumentIsOurs() {
    var before = new HashSet<>(place.document(PAID).keySet());
    // The flow of this test describes no business states.
    before.remove("businessStateDescription");

    move(PAID);

    BsonDocument after = place.document(PAID);
    before.add("flowManager");
    assertThat(after.keySet()).isEqualTo(before);
    assertThat(after.getDocument("flowManager").keySet())
        .containsExactlyInAnyOrder("step", "revision", "flowVersion", "receipts");
  }

  @Test
  void memberOfALaterVersionInOurKeyStays() {
    move(PAID);
    change(PAID, Updates.set("flowManager.deadlines", new BsonInt32(7)));

    move(PAID);

    assertThat(place.document(PAID).getDocument("flowManager").get("deadlines"))
        .isEqualTo(new BsonInt32(7));
  }

  @Test
  void sagaThatTheOriginalHasReplacedGoesOn() {
    move(PAID);
    BsonDocument replaced = place.document(PAID).clone();
    replaced.remove("flowManager");
    replaced.put("currentState", new BsonString("created"));
    BsonDocument history = replaced.getDocument("history");
    history.getArray("events").add(history.getArray("events").get(0));
    history.getArray("states").add(history.getArray("states").get(0));
    place.collection().replaceOne(Filters.eq("_id", replaced.get("_id")), replaced);

    Saga saga = load(PAID);
    move(PAID);

    assertThat(saga.state()).isEqualTo("created");
    assertThat(saga.sequence()).isEqualTo(3);
    assertThat(place.claim(NOW))
        .extracting(command -> command.command().id().sequence())
        .containsExactly(2L, 4L);
    assertThat(place.store().find(PAID).orElseThrow().history())
        .extracting(HistoryEntry::sequence, HistoryEntry::event)
        .contains(tuple(3L, "orderCreated"), tuple(4L, "prepared"));
  }

  @Test
  void stepsThatOthersHaveAddedBesideOurKeyCount() {
    move(PAID);
    BsonDocument event = BsonDocument.parse("{\"event\": \"corrected\"}");
    change(PAID, Updates.push("history.events", event));

    assertThat(load(PAID).sequence()).isEqualTo(3);
  }

  @Test
  void numberOfAStepIsNeverUsedTwiceWhenSomebodyCutsTheHistory() {
    move(PAID);
    change(PAID, Updates.set("history.events", new BsonArray()));

    assertThat(load(PAID).sequence()).isEqualTo(2);
  }

  @Test
  void changeOfAnyMemberBetweenReadAndWriteIsNoticed() {
    List<Bson> changes =
        List.of(
            Updates.set("currentState", "created"),
            Updates.set("latestEvent", "other"),
            Updates.set("metadata.total", 1),
            Updates.set("metadata.added", true),
            Updates.set("tenant", "south"),
            Updates.push("history.events", new BsonDocument("event", new BsonString("x"))),
            Updates.set("flowManager", BsonDocument.parse("{\"step\": 9, \"revision\": 9}")));
    for (Bson other : changes) {
      try (RemoteSession session = begin(PAID)) {
        change(PAID, other);
        Saga before = session.loaded().sagas().get(PAID);

        assertThatThrownBy(() -> session.commit(change(before).build()))
            .as(other.toString())
            .isInstanceOf(StoreUnavailableException.class);
      }
    }
    assertThat(place.claim(NOW)).isEmpty();
    assertThat(place.document(PAID).getString("currentState").getValue()).isEqualTo("created");
  }

  @Test
  void replaceThatDropsOurKeyBetweenReadAndWriteIsNoticed() {
    move(PAID);
    try (RemoteSession session = begin(PAID)) {
      change(PAID, Updates.unset("flowManager"));
      Saga before = session.loaded().sagas().get(PAID);

      assertThatThrownBy(() -> session.commit(change(before).build()))
          .isInstanceOf(StoreUnavailableException.class);
    }
    assertThat(place.document(PAID)).doesNotContainKey("flowManager");
  }

  @Test
  void ofTwoReceiptsOfOneMomentNoneIsLost() {
    move(PAID);
    try (RemoteSession first = begin(PAID);
        RemoteSession second = begin(PAID)) {
      Saga saga = first.loaded().sagas().get(PAID);
      first.commit(untouched(saga).received(ignored("event-2")).build());
      SagaChange late = untouched(saga).received(ignored("event-3")).build();

      assertThatThrownBy(() -> second.commit(late)).isInstanceOf(StoreUnavailableException.class);
    }
    assertThat(place.document(PAID).getDocument("flowManager").getArray("receipts")).hasSize(2);
  }

  private static Receipt ignored(String event) {
    return new Receipt(PAID, new EventId(event), new Answer.Ignored(PAID, "done"), NOW);
  }

  @Test
  void documentThatWasRemovedIsNotMadeAgain() {
    try (RemoteSession session = begin(PAID)) {
      place.collection().deleteOne(Filters.eq("sagaId", PAID.value()));
      Saga before = session.loaded().sagas().get(PAID);

      assertThatThrownBy(() -> session.commit(change(before).build()))
          .isInstanceOf(StoreUnavailableException.class);
    }
    assertThat(place.document(PAID)).isNull();
  }

  @Test
  void ownKeyOfAnotherFormIsNotUnderstood() {
    change(PAID, Updates.set("flowManager", BsonBoolean.TRUE));

    assertThatThrownBy(() -> load(PAID))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining("flowManager")
        .hasMessageContaining(PAID.value());
  }

  @Test
  void receiptsEndWithOurKey() {
    move(PAID);
    change(PAID, Updates.unset("flowManager"));

    try (RemoteSession session = begin(PAID)) {
      Loaded loaded = session.loaded();
      assertThat(loaded.receipts()).isEmpty();
      assertThat(loaded.sagas().get(PAID).sequence()).isEqualTo(2);
    }
  }
}
