// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.mongo;

import static io.flowmanager.testing.ChangeBuilder.created;
import static io.flowmanager.testing.ChangeBuilder.moved;
import static io.flowmanager.testing.SagaBuilder.aSaga;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.saga.application.flow.Flow;
import io.flowmanager.saga.application.remote.RemoteSession;
import io.flowmanager.saga.application.store.ReadSagas.SagaWithHistory;
import io.flowmanager.saga.application.store.SagaStore.Wanted;
import io.flowmanager.saga.application.store.UnstorableException;
import io.flowmanager.saga.domain.Saga;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.testing.ChangeBuilder;
import io.flowmanager.testing.FlowBuilder;
import io.flowmanager.testing.JsonTexts;
import io.flowmanager.testing.SettableClock;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Large and strange sagas are stored whole, or refused with a reason. */
@TestInstance(Lifecycle.PER_CLASS)
class MongoLimitsTest {

  private static final Instant NOW = SettableClock.START;
  private static final Flow FLOW = FlowBuilder.anOrderFlow().build();
  private static final SagaId SAGA = new SagaId("saga-1");

  private final MongoPlace place = new MongoPlace(FLOW);

  @BeforeEach
  void forgetAll() {
    place.clear();
  }

  @AfterAll
  void close() {
    place.close();
  }

  private void commit(Set<SagaId> sagas, ChangeBuilder change) {
    try (RemoteSession session = place.store().begin(new Wanted(sagas, Map.of(), Set.of()))) {
      session.commit(change.build());
    }
  }

  private void start(JsonObject metadata) {
    commit(Set.of(), created(aSaga().withMetadata(metadata)).sends(0, NOW));
  }

  private static JsonObject text(String text) {
    return JsonText.builders().createObjectBuilder().add("text", text).build();
  }

  private void assertIsKept(JsonObject metadata) {
    start(metadata);
    Saga moved =
        aSaga().inState("paid").after("paid", 1).withMetadata(metadata).updatedAt(NOW).build();
    commit(Set.of(SAGA), moved(moved).sends(1, NOW));

    JsonObject found = place.store().find(SAGA).orElseThrow().saga().metadata();
    assertThat(found.equals(metadata)).isTrue();
    assertThat(place.claim(NOW)).hasSize(2).allMatch(c -> c.command().payload().equals(metadata));
  }

  @Test
  void metadataOfTwoMegabytesIsKept() {
    assertIsKept(text("ü".repeat(1_000_000)));
  }

  @Test
  void charactersOfAllKindsAreKept() {
    String text = "NUL \u0000, quote \", backslash \\, line\n, é, 漢, \uD83D\uDE80, \u2028, \uFFFF";
    assertIsKept(text(text));
  }

  @Test
  void namesWithDotsDollarsAndNothingAreKept() {
    assertIsKept(
        JsonTexts.object(
            """
            {"a.b": 1, "$set": {"$inc": 2, "x.$y": [{"$ref": "z"}]}, "": 3, "c": {"d.e": null},
             "漢 \uD83D\uDE80": true, "_id": {"$oid": "no"}}
            """));
  }

  @Test
  void documentThatIsTooLargeIsUnstorable() {
    JsonObject large = text("x".repeat(9_000_000));

    assertThatThrownBy(() -> start(large))
        .isInstanceOf(UnstorableException.class)
        .hasMessageContaining("16 MB");

    assertThat(place.store().find(SAGA)).isEmpty();
    assertThat(place.store().connection().orElseThrow().up()).isTrue();
  }

  @Test
  void documentThatIsNestedTooDeepIsUnstorable() {
    JsonObject deep = JsonTexts.object("{\"a\":".repeat(100) + "1" + "}".repeat(100));

    assertThatThrownBy(() -> start(deep)).isInstanceOf(UnstorableException.class);

    assertThat(place.store().find(SAGA)).isEmpty();
  }

  @Test
  void historyOfTenThousandEntriesGoesOn() {
    JsonObject metadata = text("x");
    start(metadata);
    List<BsonDocument> states =
        IntStream.range(0, 10_000)
            .mapToObj(i -> new BsonDocument("state", new BsonString("s" + i)))
            .toList();
    place
        .collection()
        .updateOne(
            new BsonDocument("sagaId", new BsonString(SAGA.value())),
            new BsonDocument(
                "$set",
                new BsonDocument("history.states", new BsonArray(states))
                    .append("history.events", new BsonArray(states))));
    Saga moved = aSaga().inState("paid").after("paid", 10_000).withMetadata(metadata).build();

    commit(Set.of(SAGA), moved(moved));

    SagaWithHistory found = place.store().find(SAGA).orElseThrow();
    assertThat(found.history()).hasSize(10_001);
    assertThat(found.history().get(9_999).state()).isEqualTo("s9999");
    assertThat(found.saga().sequence()).isEqualTo(10_000);
  }
}
