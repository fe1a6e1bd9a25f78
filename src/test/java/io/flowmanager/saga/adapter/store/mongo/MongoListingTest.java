// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.mongo;

import static io.flowmanager.testing.ChangeBuilder.created;
import static io.flowmanager.testing.ChangeBuilder.moved;
import static io.flowmanager.testing.QueryBuilder.sagas;
import static io.flowmanager.testing.SagaBuilder.aSaga;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.saga.application.flow.Flow;
import io.flowmanager.saga.application.remote.RemoteSession;
import io.flowmanager.saga.application.store.SagaPage;
import io.flowmanager.saga.application.store.SagaStore.Wanted;
import io.flowmanager.saga.domain.Saga;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.testing.ChangeBuilder;
import io.flowmanager.testing.FlowBuilder;
import io.flowmanager.testing.QueryBuilder;
import io.flowmanager.testing.SagaBuilder;
import io.flowmanager.testing.SettableClock;
import io.flowmanager.testing.StateBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Listings of a collection, with documents of others among them. */
@TestInstance(Lifecycle.PER_CLASS)
class MongoListingTest {

  private static final Instant NOW = SettableClock.START;
  private static final Flow FLOW =
      FlowBuilder.aFlow()
          .with(StateBuilder.aState("created").meaning("1").on("paid", "done"))
          .with(StateBuilder.aState("done").meaning("\"two\"").isFinal())
          .build();

  private final MongoPlace place = new MongoPlace(FLOW);

  @BeforeEach
  void forgetAll() {
    place.clear();
  }

  @AfterAll
  void close() {
    place.close();
  }

  private void start(SagaBuilder saga) {
    commit(Set.of(), created(saga));
  }

  private void commit(Set<SagaId> sagas, ChangeBuilder change) {
    try (RemoteSession session = place.store().begin(new Wanted(sagas, Map.of(), Set.of()))) {
      session.commit(change.build());
    }
  }

  private void insert(String document) {
    place.collection().insertOne(BsonDocument.parse(document));
  }

  private List<String> ids(QueryBuilder query) {
    return place.store().list(query.build()).sagas().stream().map(s -> s.id().value()).toList();
  }

  @Test
  void pagesAreInFallingOrderOfIds() {
    for (String id : List.of("s-2", "s-10", "s-3", "s-1")) {
      start(aSaga().withId(id));
    }

    SagaPage first = place.store().list(sagas().atMost(2).build());
    SagaPage second = place.store().list(sagas().atMost(2).behind(new SagaId("s-2")).build());

    assertThat(first.sagas()).extracting(s -> s.id().value()).containsExactly("s-3", "s-2");
    assertThat(first.hasMore()).isTrue();
    assertThat(second.sagas()).extracting(s -> s.id().value()).containsExactly("s-10", "s-1");
    assertThat(second.hasMore()).isFalse();
  }

  @Test
  void listedSagaIsTheSagaThatIsFound() {
    start(aSaga().withMetadata("{\"a\": {\"b\": 1}}"));
    Saga moved =
        aSaga().inState("done").isFinal().after("paid", 1).updatedAt(NOW.plusMillis(5)).build();
    commit(Set.of(moved.id()), moved(moved));

    assertThat(place.store().list(sagas().build()).sagas()).containsExactly(moved);
  }

  @Test
  void filtersMatchWhatTheyName() {
    start(aSaga().withId("s-1").forEntity("order-1").inState("created").meaning("1"));
    start(aSaga().withId("s-2").forEntity("order-2").inState("done").meaning("\"two\"").isFinal());
    start(aSaga().withId("s-3").forEntity("order-1").inState("done").meaning("\"1\"").isFinal());

    assertThat(ids(sagas().inState("done"))).containsExactly("s-3", "s-2");
    assertThat(ids(sagas().ofEntity("order-1"))).containsExactly("s-3", "s-1");
    assertThat(ids(sagas().isFinal(false))).containsExactly("s-1");
    assertThat(ids(sagas().isFinal(true))).containsExactly("s-3", "s-2");
    assertThat(ids(sagas().meaning("two"))).containsExactly("s-2");
    assertThat(ids(sagas().meaning("\"two\""))).containsExactly("s-2");
    assertThat(ids(sagas().meaning("1"))).containsExactly("s-3", "s-1");
    assertThat(ids(sagas().meaning("\"1\""))).containsExactly("s-3");
    assertThat(ids(sagas().inState("done").ofEntity("order-1"))).containsExactly("s-3");
    assertThat(ids(sagas().ofFlow("order").inState("created"))).containsExactly("s-1");
    assertThat(ids(sagas().ofFlow("other"))).isEmpty();
  }

  @Test
  void timesAreThoseOfTheLatestStep() {
    start(aSaga().withId("s-1").updatedAt(NOW));
    start(aSaga().withId("s-2").updatedAt(NOW));
    Saga moved =
        aSaga()
            .withId("s-2")
            .inState("done")
            .after("paid", 1)
            .updatedAt(NOW.plusSeconds(9))
            .build();
    commit(Set.of(moved.id()), moved(moved));

    assertThat(ids(sagas().updatedAfter(NOW))).containsExactly("s-2");
    assertThat(ids(sagas().updatedAfter(NOW.minusMillis(1)))).containsExactly("s-2", "s-1");
    assertThat(ids(sagas().updatedBefore(NOW.plusSeconds(9)))).containsExactly("s-1");
    assertThat(ids(sagas().updatedBefore(NOW.plusSeconds(9).plusNanos(1))))
        .containsExactly("s-2", "s-1");
    assertThat(ids(sagas().updatedBefore(NOW))).isEmpty();
    assertThat(ids(sagas().updatedAfter(Instant.MIN).updatedBefore(Instant.MAX)))
        .containsExactly("s-2", "s-1");
  }

  @Test
  void datesOfOtherProgramsAreTimes() {
    insert(
        """
        {"sagaId": "s-1", "currentState": "created", "history": {
          "events": [{"event": "orderCreated", "timestamp": {"$date": "2026-01-02T03:04:05.678Z"}}]}}
        """);

    assertThat(ids(sagas().updatedAfter(NOW.minusMillis(1)))).containsExactly("s-1");
    assertThat(ids(sagas().updatedAfter(NOW))).isEmpty();
    assertThat(ids(sagas().updatedBefore(NOW.plusMillis(1)))).containsExactly("s-1");
    assertThat(ids(sagas().updatedBefore(NOW))).isEmpty();
  }

  @Test
  void whatADocumentLeavesOutIsThatOfItsState() {
    insert("{\"sagaId\": \"s-1\", \"currentState\": \"created\"}");
    insert("{\"sagaId\": \"s-2\", \"currentState\": \"done\", \"metadata\": null}");

    assertThat(ids(sagas().isFinal(true))).containsExactly("s-2");
    assertThat(ids(sagas().isFinal(false))).containsExactly("s-1");
    assertThat(ids(sagas().meaning("two"))).containsExactly("s-2");
    assertThat(ids(sagas().meaning("1"))).containsExactly("s-1");
  }

  @Test
  void documentsThatAreNoSagasArePassedOver() {
    insert("{\"sagaId\": \"has a blank\", \"currentState\": \"created\"}");
    insert("{\"sagaId\": \"s-1\"}");
    insert("{\"sagaId\": \"s-2\", \"currentState\": 7}");
    insert("{\"sagaId\": \"s-3\", \"currentState\": \"created\", \"metadata\": \"text\"}");
    insert("{\"sagaId\": 4, \"currentState\": \"created\"}");
    insert("{\"currentState\": \"created\"}");
    start(aSaga().withId("s-5"));

    assertThat(ids(sagas())).containsExactly("s-5");
  }
}
