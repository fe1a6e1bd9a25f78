// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.remote;

import static io.flowmanager.testing.ChangeBuilder.created;
import static io.flowmanager.testing.ChangeBuilder.moved;
import static io.flowmanager.testing.ChangeBuilder.untouched;
import static io.flowmanager.testing.SagaBuilder.aSaga;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.flowmanager.saga.application.channel.Connection;
import io.flowmanager.saga.application.flow.Flow;
import io.flowmanager.saga.application.store.Answer;
import io.flowmanager.saga.application.store.PendingCommand;
import io.flowmanager.saga.application.store.Receipt;
import io.flowmanager.saga.application.store.SagaChange;
import io.flowmanager.saga.application.store.SagaStore.Loaded;
import io.flowmanager.saga.application.store.SagaStore.Wanted;
import io.flowmanager.saga.application.store.StartKey;
import io.flowmanager.saga.application.store.StoreUnavailableException;
import io.flowmanager.saga.domain.EventId;
import io.flowmanager.saga.domain.HistoryEntry;
import io.flowmanager.saga.domain.Refusal;
import io.flowmanager.saga.domain.Refusal.Violation;
import io.flowmanager.saga.domain.Saga;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.FlowName;
import io.flowmanager.testing.ChangeBuilder;
import io.flowmanager.testing.FlowBuilder;
import io.flowmanager.testing.JsonTexts;
import io.flowmanager.testing.SettableClock;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What {@link RemoteStore} promises, whatever keeps the sagas. */
@TestInstance(Lifecycle.PER_CLASS)
public abstract class RemoteStoreContract {

  protected static final Instant NOW = SettableClock.START;
  protected static final Instant LEASED = NOW.plusSeconds(15);
  protected static final SagaId SAGA = new SagaId("saga-1");
  protected static final Flow FLOW = FlowBuilder.anOrderFlow().build();

  private static final String DOCUMENT =
      """
      {"currentState": "paid", "metadata": {"total": 12.5}, "latestEvent": "paid",
       "associatedEntityId": "order-1", "isFinal": false, "businessStateId": 1,
       "history": {
         "states": [
           {"state": "created", "timestamp": "2026-01-01T00:00:00.000Z", "businessStateId": 1},
           {"state": "paid", "timestamp": "2026-01-01T00:00:01.000Z", "businessStateId": 1}],
         "events": [
           {"event": "orderCreated", "timestamp": "2026-01-01T00:00:00.000Z"},
           {"event": "paid", "timestamp": "2026-01-01T00:00:01.000Z"}]}}
      """;

  private RemotePlace place;

  /** A store of {@link #FLOW} with nothing in it, and ways around it. */
  protected interface RemotePlace extends AutoCloseable {

    /** The store, opened. */
    RemoteStore store();

    /** Writes a document as another program does, instead of the one that is there. */
    void put(SagaId saga, JsonObject document);

    /** What is due in the outbox at that time. */
    List<PendingCommand> claim(Instant now);

    /** Forgets everything. */
    void clear();

    @Override
    void close();
  }

  protected abstract RemotePlace open();

  protected final RemoteStore store() {
    return place.store();
  }

  @BeforeAll
  void openPlace() {
    place = open();
  }

  @AfterAll
  void closePlace() {
    place.close();
  }

  @BeforeEach
  void forgetAll() {
    place.clear();
  }

  protected static Wanted event(String... ids) {
    Set<EventId> events = Set.copyOf(List.of(ids).stream().map(EventId::new).toList());
    return new Wanted(Set.of(SAGA), Map.of(SAGA, events), Set.of());
  }

  protected static Wanted start(String... keys) {
    return new Wanted(
        Set.of(),
        Map.of(),
        Set.copyOf(List.of(keys).stream().map(RemoteStoreContract::startKey).toList()));
  }

  private static StartKey startKey(String key) {
    return new StartKey(new FlowName("order"), new EventId(key));
  }

  protected final void commit(Wanted wanted, ChangeBuilder change) {
    try (RemoteSession session = store().begin(wanted)) {
      session.commit(change.build());
    }
  }

  protected final Loaded load(Wanted wanted) {
    try (RemoteSession session = store().begin(wanted)) {
      return session.loaded();
    }
  }

  protected static Saga paid() {
    return aSaga().inState("paid").after("paid", 1).withMetadata("{\"paid\": true}").build();
  }

  protected static Saga done() {
    return aSaga().inState("done").isFinal().after("prepared", 2).build();
  }

  private static Receipt receipt(String event, Answer answer) {
    return new Receipt(SAGA, new EventId(event), answer, NOW.plusMillis(7));
  }

  @Test
  void startedSagaIsFoundAsItWas() {
    Saga saga =
        aSaga()
            .withMetadata("{\"nested\": {\"list\": [1, 2.5, true, null, {}, []]}, \"text\": \"é\"}")
            .updatedAt(NOW)
            .build();

    commit(start(), created(aSaga().withMetadata(saga.metadata())));

    assertThat(load(event()).sagas()).containsExactly(Map.entry(SAGA, saga));
    assertThat(store().find(SAGA)).map(found -> found.saga()).contains(saga);
  }

  @Test
  void unknownSagaIsNotFound() {
    assertThat(load(event("event-1"))).isEqualTo(new Loaded(Map.of(), List.of(), Map.of()));
    assertThat(store().find(SAGA)).isEmpty();
  }

  @Test
  void stepsAppearInOrderInTheHistory() {
    commit(start(), created(aSaga()));
    commit(event(), moved(paid()));
    commit(event(), moved(done()));

    assertThat(store().find(SAGA).orElseThrow().history())
        .extracting(HistoryEntry::sequence, HistoryEntry::event, HistoryEntry::state)
        .containsExactly(
            tuple(0L, "orderCreated", "created"),
            tuple(1L, "paid", "paid"),
            tuple(2L, "prepared", "done"));
    assertThat(load(event()).sagas().get(SAGA)).isEqualTo(done());
  }

  @Test
  void commandIsInTheOutboxWithItsLeaseWhenTheStepIsStored() {
    ChangeBuilder change = created(aSaga().withMetadata("{\"a\": 1}")).sends(0, LEASED);

    commit(start(), change);

    assertThat(place.claim(NOW)).isEmpty();
    assertThat(place.claim(LEASED))
        .singleElement()
        .extracting(PendingCommand::command)
        .isEqualTo(change.build().commands().get(0).command());
  }

  @Test
  void commandOfAStepCarriesTheMetadataOfTheStep() {
    commit(start(), created(aSaga()));
    ChangeBuilder change = moved(paid()).sends("stock", 1, NOW);

    commit(event(), change);

    assertThat(place.claim(NOW))
        .singleElement()
        .extracting(PendingCommand::command)
        .isEqualTo(change.build().commands().get(0).command());
  }

  @Test
  void recoveryOfAStoreWithoutUnfinishedStepsSendsNothing() {
    commit(start(), created(aSaga()).sends(0, LEASED));

    store().recover();

    assertThat(place.claim(NOW)).isEmpty();
    assertThat(place.claim(LEASED)).hasSize(1);
  }

  @Test
  void receiptsOfTheWantedEventsAreLoaded() {
    commit(start(), created(aSaga()));
    Receipt first = receipt("event.with$1", new Answer.Transitioned(SAGA, "paid"));
    Receipt second = receipt("event-2", new Answer.Transitioned(SAGA, "paid"));

    commit(event("event.with$1"), moved(paid()).received(first).received(second));

    assertThat(load(event("event.with$1")).receipts()).containsExactly(first);
    assertThat(load(event("event-3")).receipts()).isEmpty();
  }

  @Test
  void receiptOfAnEventThatIsIgnoredLeavesTheSagaAsItIs() {
    commit(start(), created(aSaga()));
    Receipt ignored = receipt("event-1", new Answer.Ignored(SAGA, "created"));

    commit(event("event-1"), untouched(aSaga().build()).received(ignored));

    Loaded loaded = load(event("event-1"));
    assertThat(loaded.receipts()).containsExactly(ignored);
    assertThat(loaded.sagas().get(SAGA)).isEqualTo(aSaga().build());
  }

  @Test
  void receiptOfARefusalKeepsItsViolations() {
    commit(start(), created(aSaga()));
    var refusal =
        new Refusal(
            Refusal.Kind.INVALID_PAYLOAD, "no", List.of(new Violation("/a.b/$c", "is missing")));
    Receipt refused = receipt("event-1", new Answer.Refused(SAGA, "created", refusal));

    commit(event("event-1"), untouched(aSaga().build()).received(refused));

    assertThat(load(event("event-1")).receipts()).containsExactly(refused);
  }

  @Test
  void receiptsOfEarlierStepsStay() {
    commit(start(), created(aSaga()));
    Receipt first = receipt("event-1", new Answer.Transitioned(SAGA, "paid"));
    commit(event("event-1"), moved(paid()).received(first));
    Receipt second = receipt("event-2", new Answer.Transitioned(SAGA, "done"));
    commit(event("event-2"), moved(done()).received(second));

    assertThat(load(event("event-1", "event-2")).receipts())
        .containsExactlyInAnyOrder(first, second);
  }

  @Test
  void startKeyLeadsToTheSagaThatItStarted() {
    commit(start("key.$1"), created(aSaga()).startedWith("key.$1"));

    assertThat(load(start("key.$1")).started())
        .containsExactly(Map.entry(startKey("key.$1"), SAGA));
    assertThat(load(start("key")).started()).isEmpty();
  }

  @Test
  void startKeyStaysWhenTheSagaMoves() {
    commit(start("key"), created(aSaga()).startedWith("key"));
    commit(event(), moved(paid()));

    assertThat(load(start("key")).started()).containsOnlyKeys(startKey("key"));
  }

  @Test
  void ofTwoStartsWithOneKeyTheSecondIsNotStored() {
    RemoteSession late = store().begin(start("key"));
    commit(start("key"), created(aSaga()).startedWith("key"));
    SagaChange second = created(aSaga().withId("saga-2")).startedWith("key").build();

    assertThatThrownBy(() -> late.commit(second)).isInstanceOf(StoreUnavailableException.class);

    late.close();
    assertThat(store().find(new SagaId("saga-2"))).isEmpty();
    assertThat(load(start("key")).started().values()).containsExactly(SAGA);
  }

  @Test
  void ofTwoWhoWorkOnASagaOnlyOneMovesIt() {
    commit(start(), created(aSaga()));

    try (RemoteSession first = store().begin(event())) {
      assertThatThrownBy(
              () -> {
                try (RemoteSession second = store().begin(event())) {
                  first.commit(moved(paid()).sends(1, NOW).build());
                  second.commit(moved(done()).sends(2, NOW).build());
                }
              })
          .isInstanceOf(StoreUnavailableException.class);
    }

    assertThat(place.claim(NOW)).allMatch(command -> command.command().id().sequence() != 2);
    assertThat(load(event()).sagas().get(SAGA).state()).isNotEqualTo("done");
  }

  @Test
  void documentOfAnotherProgramIsASaga() {
    place.put(SAGA, JsonTexts.object(DOCUMENT));

    Saga saga = load(event()).sagas().get(SAGA);

    assertThat(saga.state()).isEqualTo("paid");
    assertThat(saga.sequence()).isEqualTo(1);
    assertThat(saga.metadata()).isEqualTo(JsonTexts.object("{\"total\": 12.5}"));
    assertThat(saga.updatedAt()).isEqualTo("2026-01-01T00:00:01Z");
  }

  @Test
  void documentOfAnotherProgramGoesOnWithItsHistory() {
    place.put(SAGA, JsonTexts.object(DOCUMENT));

    commit(event(), moved(done()).sends(2, NOW));

    assertThat(store().find(SAGA).orElseThrow().history())
        .extracting(HistoryEntry::event)
        .containsExactly("orderCreated", "paid", "prepared");
    assertThat(place.claim(NOW)).hasSize(1);
  }

  @Test
  void documentThatWasReplacedBetweenTwoEventsCounts() {
    commit(start(), created(aSaga()));
    place.put(SAGA, JsonTexts.object(DOCUMENT));

    Saga saga = load(event()).sagas().get(SAGA);

    assertThat(saga.state()).isEqualTo("paid");
    assertThat(saga.sequence()).isEqualTo(1);
  }

  @Test
  void documentWithoutAStateIsNotUnderstood() {
    place.put(SAGA, JsonTexts.object("{\"metadata\": {\"password\": \"secret\"}}"));

    assertThatThrownBy(() -> load(event()))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining("currentState")
        .hasMessageNotContaining("secret");
  }

  @Test
  void storeThatAnswersIsNotSaidToBeDown() {
    load(event());

    assertThat(store().connection().map(Connection::up)).isNotEqualTo(Optional.of(false));
  }
}
