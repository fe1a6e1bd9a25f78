// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application;

import static io.flowmanager.testing.ChangeBuilder.created;
import static io.flowmanager.testing.ChangeBuilder.moved;
import static io.flowmanager.testing.ChangeBuilder.untouched;
import static io.flowmanager.testing.SagaBuilder.aSaga;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.saga.application.SagaStore.Loaded;
import io.flowmanager.saga.application.SagaStore.LoadedSaga;
import io.flowmanager.saga.application.SagaStore.Wanted;
import io.flowmanager.saga.domain.CommandId;
import io.flowmanager.saga.domain.EventId;
import io.flowmanager.saga.domain.HistoryEntry;
import io.flowmanager.saga.domain.Refusal;
import io.flowmanager.saga.domain.Saga;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.BusinessId;
import io.flowmanager.saga.domain.flow.FlowName;
import io.flowmanager.testing.ChangeBuilder;
import io.flowmanager.testing.SagaBuilder;
import io.flowmanager.testing.SettableClock;
import io.flowmanager.testing.store.TestStore;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What {@link SagaStore} promises, whatever keeps the sagas. */
@TestInstance(Lifecycle.PER_CLASS)
public abstract class SagaStoreContract {

  private static final Instant NOW = SettableClock.START;
  private static final Instant LEASED = NOW.plusSeconds(15);
  private static final SagaId SAGA = new SagaId("saga-1");
  private static final SagaId OTHER = new SagaId("saga-2");

  private TestStore store;

  /** A store with nothing in it. */
  protected abstract TestStore open();

  protected final TestStore store() {
    return store;
  }

  @BeforeAll
  void openStore() {
    store = open();
  }

  @AfterAll
  void closeStore() {
    store.close();
  }

  @BeforeEach
  void forgetAll() {
    store.clear();
  }

  @Test
  void committedSagaIsFoundAsItWas() {
    Saga saga =
        aSaga()
            .withMetadata("{\"nested\": {\"list\": [1, 2.50, true, null, {}]}, \"text\": \"é\"}")
            .meaning("\"1\"")
            .isFinal()
            .updatedAt(NOW.plusMillis(1))
            .build();

    commit(created(like(saga)));

    assertThat(find(SAGA)).contains(saga);
  }

  @Test
  void unknownSagaIsNotFoundAndHasNoHistory() {
    assertThat(find(SAGA)).isEmpty();
    assertThat(history(SAGA)).isEmpty();
  }

  @Test
  void charactersOfAllKindsSurviveInMetadata() {
    String text = "NUL \u0000, quote \", backslash \\, line\n, é, 漢, \uD83D\uDE80, \u2028, \uFFFF";
    JsonObject metadata =
        JsonText.builders().createObjectBuilder().add(text, text).add("", "").build();

    commit(created(aSaga().withMetadata(metadata)).sends(0, NOW));

    assertThat(find(SAGA)).map(Saga::metadata).contains(metadata);
    assertThat(claim()).map(found -> found.command().payload()).containsExactly(metadata);
  }

  @Test
  void metadataOfTwoMegabytesSurvives() {
    JsonObject metadata =
        JsonText.builders().createObjectBuilder().add("big", "ü".repeat(1_000_000)).build();

    commit(created(aSaga().withMetadata(metadata)).sends(0, NOW));

    assertThat(find(SAGA).orElseThrow().metadata().equals(metadata)).isTrue();
    assertThat(claim().get(0).command().payload().equals(metadata)).isTrue();
  }

  @Test
  void rolledBackBatchLeavesNothing() {
    ChangeBuilder change =
        created(aSaga()).startedWith("key").sends(0, NOW).received(receipt("event-1"));

    try (var session = store.begin()) {
      session.sagas().commit(List.of(change.build()));
    }

    assertNothingIsStored();
  }

  @Test
  void batchThatCannotBeStoredWholeLeavesNothing() {
    ChangeBuilder good =
        created(aSaga()).startedWith("key").sends(0, NOW).received(receipt("event-1"));
    ChangeBuilder twin = created(aSaga());

    assertThatThrownBy(() -> commit(good, twin)).isInstanceOf(StoreUnavailableException.class);

    assertNothingIsStored();
  }

  private void assertNothingIsStored() {
    assertThat(find(SAGA)).isEmpty();
    assertThat(history(SAGA)).isEmpty();
    assertThat(store.<Long>ask(session -> session.outbox().size())).isZero();
    Loaded loaded = load(Map.of(SAGA, Set.of(new EventId("event-1"))), Set.of(startKey("key")));
    assertThat(loaded).isEqualTo(new Loaded(Map.of(), List.of(), Map.of()));
  }

  @Test
  void takenSagaIdCannotBeTakenAgain() {
    commit(created(aSaga().forEntity("first")));

    assertThatThrownBy(() -> commit(created(aSaga().forEntity("second"))))
        .isInstanceOf(StoreUnavailableException.class);

    assertThat(find(SAGA)).map(Saga::associatedEntityId).contains("first");
  }

  @Test
  void movedSagaReplacesWhatItWasAndKeepsItsOrigin() {
    commit(created(aSaga().forEntity("order-7").withMetadata("{\"a\": 1}")));
    Saga moved =
        aSaga()
            .forEntity("order-7")
            .inState("paid")
            .meaning("2.5")
            .after("paidEvent", 1)
            .withMetadata("{\"b\": 2}")
            .updatedAt(NOW.plusSeconds(9))
            .build();

    move(moved);

    assertThat(find(SAGA)).contains(moved);
  }

  @Test
  void historyIsInTheOrderOfItsSteps() {
    commit(created(aSaga()));
    IntStream.range(1, 12)
        .forEach(step -> move(aSaga().inState("state" + step).after("event" + step, step).build()));

    assertThat(history(SAGA))
        .extracting(HistoryEntry::sequence)
        .containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L);
    assertThat(history(SAGA)).extracting(HistoryEntry::state).last().isEqualTo("state11");
  }

  @Test
  void historyEntryIsKeptWithAllItHas() {
    var entry =
        new HistoryEntry(
            1,
            "paid",
            Optional.of(new BusinessId("\"payment\"")),
            "done",
            new BusinessId("-1.5"),
            NOW.plusMillis(3));

    commit(created(aSaga()).entry(entry));

    assertThat(history(SAGA)).element(1).isEqualTo(entry);
  }

  @Test
  void severalStepsOfOneSagaInOneBatchAreStoredTogether() {
    commit(created(aSaga()));
    Saga moved = aSaga().inState("done").after("prepared", 2).build();
    var middle = new HistoryEntry(1, "paid", Optional.empty(), "paid", new BusinessId("1"), NOW);

    store.run(
        session -> {
          session.sagas().load(wanted(Set.of(SAGA)));
          ChangeBuilder change = moved(moved).sends(1, NOW).sends(2, NOW);
          List<HistoryEntry> entries = List.of(middle, change.build().entries().get(0));
          session.sagas().commit(List.of(withEntries(change.build(), entries)));
        });

    assertThat(history(SAGA)).extracting(HistoryEntry::state).endsWith("paid", "done");
    assertThat(find(SAGA)).contains(moved);
  }

  private static SagaChange withEntries(SagaChange change, List<HistoryEntry> entries) {
    return new SagaChange(
        change.saga(), change.origin(), entries, change.commands(), change.receipts());
  }

  @Test
  void loadFindsTheSagasThatExist() {
    commit(created(aSaga()), created(aSaga().withId("saga-2")), created(aSaga().withId("saga-3")));

    Loaded loaded =
        store.ask(s -> s.sagas().load(wanted(Set.of(SAGA, OTHER, new SagaId("unknown")))));

    assertThat(loaded.sagas()).containsOnlyKeys(SAGA, OTHER);
    assertThat(loaded.sagas().get(SAGA))
        .isEqualTo(new LoadedSaga(aSaga().build(), OptionalLong.empty()));
  }

  @Test
  void loadFindsTheLatestCommandThatIsStillPending() {
    commit(created(aSaga()).sends(0, NOW).sends(1, NOW).sends(2, NOW));

    assertThat(loadOne().latestPending()).hasValue(2);

    store.run(session -> session.outbox().remove(claimIds(session)));
    assertThat(loadOne().latestPending()).hasValue(2);

    store.run(session -> session.outbox().remove(claimIds(session)));
    store.run(session -> session.outbox().remove(claimIds(session)));
    assertThat(loadOne().latestPending()).isEmpty();
  }

  private static List<CommandId> claimIds(TestStore.Session session) {
    return session.outbox().claim(NOW, LEASED, 10).stream()
        .map(pending -> pending.command().id())
        .toList();
  }

  @Test
  void loadedSagaIsKeptFromOthersUntilTheTransactionEnds() throws Exception {
    commit(created(aSaga()));
    CompletableFuture<Saga> second;

    try (var first = store.begin()) {
      first.sagas().load(wanted(Set.of(SAGA)));
      second = CompletableFuture.supplyAsync(() -> loadOne().saga());
      assertThatThrownBy(() -> second.get(100, TimeUnit.MILLISECONDS))
          .isInstanceOf(TimeoutException.class);
      first
          .sagas()
          .commit(List.of(moved(aSaga().inState("paid").after("paid", 1).build()).build()));
      first.commit();
    }

    assertThat(second.get(10, TimeUnit.SECONDS).state()).isEqualTo("paid");
  }

  @Test
  void everyKindOfReceiptIsKept() {
    var refusal =
        new Refusal(
            Refusal.Kind.INVALID_PAYLOAD,
            "Wrong \u0000 \uD83D\uDE80.",
            List.of(new Refusal.Violation("/a~1b", "is \"too\" long")));
    List<Receipt> receipts =
        List.of(
            receipt("event-1", new Answer.Transitioned(SAGA, "paid")),
            receipt("event-2", new Answer.Ignored(SAGA, "paid")),
            receipt("event-3", new Answer.Refused(SAGA, "paid", refusal)));
    ChangeBuilder change = created(aSaga());
    receipts.forEach(change::received);

    commit(change);

    assertThat(loadReceipts("event-1", "event-2", "event-3", "event-4"))
        .containsExactlyInAnyOrderElementsOf(receipts);
  }

  @Test
  void askedSagaKeepsItsReceiptAndDoesNotMove() {
    commit(created(aSaga()));

    store.run(
        session -> {
          Saga saga = session.sagas().load(wanted(Set.of(SAGA))).sagas().get(SAGA).saga();
          session.sagas().commit(List.of(untouched(saga).received(receipt("event-1")).build()));
        });

    assertThat(loadReceipts("event-1")).hasSize(1);
    assertThat(find(SAGA)).contains(aSaga().build());
    assertThat(history(SAGA)).hasSize(1);
  }

  @Test
  void receiptCountsForItsOwnSagaOnly() {
    commit(created(aSaga()).received(receipt("event-1")), created(aSaga().withId("saga-2")));

    Loaded loaded = load(Map.of(OTHER, Set.of(new EventId("event-1"))), Set.of());

    assertThat(loaded.receipts()).isEmpty();
  }

  @Test
  void receiptsAreFoundForTheWantedPairsOnly() {
    commit(created(aSaga()).received(receipt("event-1")), created(aSaga().withId("saga-2")));

    Loaded loaded =
        load(
            Map.of(SAGA, Set.of(new EventId("event-2")), OTHER, Set.of(new EventId("event-1"))),
            Set.of());

    assertThat(loaded.receipts()).isEmpty();
  }

  @Test
  void startKeyFindsItsSaga() {
    commit(created(aSaga()).startedWith("key"));

    Loaded loaded = load(Map.of(), Set.of(startKey("key"), startKey("unknown")));

    assertThat(loaded.started()).containsExactlyEntriesOf(Map.of(startKey("key"), SAGA));
  }

  @Test
  void startKeyCountsWithinItsFlow() {
    commit(
        created(aSaga()).startedWith("key"),
        created(aSaga().withId("saga-2").ofFlow("refund")).startedWith("key"));
    var refund = new StartKey(new FlowName("refund"), new EventId("key"));

    assertThat(load(Map.of(), Set.of(refund)).started()).isEqualTo(Map.of(refund, OTHER));
  }

  @Test
  void startKeyThatWasTakenInTheMeantimeFailsTheBatch() {
    commit(created(aSaga()).startedWith("key"));

    assertThatThrownBy(() -> commit(created(aSaga().withId("saga-2")).startedWith("key")))
        .isInstanceOf(StoreUnavailableException.class);

    assertThat(find(OTHER)).isEmpty();
    assertThat(history(OTHER)).isEmpty();
  }

  protected static Wanted wanted(Set<SagaId> sagas) {
    return new Wanted(sagas, Map.of(), Set.of());
  }

  protected static StartKey startKey(String key) {
    return new StartKey(new FlowName("order"), new EventId(key));
  }

  protected final void commit(ChangeBuilder... changes) {
    List<SagaChange> built = List.of(changes).stream().map(ChangeBuilder::build).toList();
    store.run(session -> session.sagas().commit(built));
  }

  private void move(Saga saga) {
    store.run(
        session -> {
          session.sagas().load(wanted(Set.of(saga.id())));
          session.sagas().commit(List.of(moved(saga).build()));
        });
  }

  protected final Optional<Saga> find(SagaId id) {
    return store.ask(session -> session.sagas().find(id));
  }

  private List<HistoryEntry> history(SagaId id) {
    return store.ask(session -> session.sagas().history(id));
  }

  private LoadedSaga loadOne() {
    return store.ask(session -> session.sagas().load(wanted(Set.of(SAGA))).sagas().get(SAGA));
  }

  private Loaded load(Map<SagaId, Set<EventId>> events, Set<StartKey> starts) {
    return store.ask(session -> session.sagas().load(new Wanted(events.keySet(), events, starts)));
  }

  private List<Receipt> loadReceipts(String... events) {
    Set<EventId> ids = Set.copyOf(List.of(events).stream().map(EventId::new).toList());
    return load(Map.of(SAGA, ids), Set.of()).receipts();
  }

  private List<PendingCommand> claim() {
    return store.ask(session -> session.outbox().claim(NOW, NOW.plus(Duration.ofSeconds(15)), 10));
  }

  private static Receipt receipt(String event) {
    return receipt(event, new Answer.Ignored(SAGA, "created"));
  }

  private static Receipt receipt(String event, Answer answer) {
    return new Receipt(SAGA, new EventId(event), answer, NOW);
  }

  private static SagaBuilder like(Saga saga) {
    return aSaga()
        .withMetadata(saga.metadata())
        .meaning(saga.position().businessState().text())
        .isFinal()
        .updatedAt(saga.updatedAt());
  }
}
