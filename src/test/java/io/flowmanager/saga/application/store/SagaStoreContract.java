// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.store;

import static io.flowmanager.testing.ChangeBuilder.created;
import static io.flowmanager.testing.ChangeBuilder.moved;
import static io.flowmanager.testing.SagaBuilder.aSaga;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.saga.application.outbox.Backlog;
import io.flowmanager.saga.application.outbox.ClaimLimits;
import io.flowmanager.saga.application.store.SagaStore.Loaded;
import io.flowmanager.saga.domain.CommandId;
import io.flowmanager.saga.domain.EventId;
import io.flowmanager.saga.domain.HistoryEntry;
import io.flowmanager.saga.domain.Saga;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.BusinessId;
import io.flowmanager.testing.ChangeBuilder;
import io.flowmanager.testing.SagaBuilder;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What {@link SagaStore} promises, whatever keeps the sagas. */
public abstract class SagaStoreContract extends StoreContract {

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

    try (var session = store().begin()) {
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
    assertThat(store().<List<Backlog>>ask(session -> session.outbox().backlogs())).isEmpty();
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

    store()
        .run(
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
        store().ask(s -> s.sagas().load(wanted(Set.of(SAGA, OTHER, new SagaId("unknown")))));

    assertThat(loaded.sagas()).containsOnlyKeys(SAGA, OTHER);
    assertThat(loaded.sagas().get(SAGA)).isEqualTo(aSaga().build());
  }

  @Test
  void latestCommandThatIsStillPendingIsFound() {
    commit(created(aSaga()).sends(0, NOW).sends(1, NOW).sends(2, NOW));

    assertThat(latestPending()).containsExactly(Map.entry(SAGA, 2L));

    remove(0, 1);
    assertThat(latestPending()).containsExactly(Map.entry(SAGA, 2L));

    remove(2);
    assertThat(latestPending()).isEmpty();
  }

  private void remove(long... sequences) {
    List<CommandId> ids =
        LongStream.of(sequences).mapToObj(sequence -> new CommandId(SAGA, sequence, 0)).toList();
    store().run(session -> session.outbox().remove(ids));
  }

  @Test
  void loadedSagaIsKeptFromOthersUntilTheTransactionEnds() throws Exception {
    commit(created(aSaga()));
    CompletableFuture<Saga> second;

    try (var first = store().begin()) {
      first.sagas().load(wanted(Set.of(SAGA)));
      second = CompletableFuture.supplyAsync(() -> loadOne());
      assertThatThrownBy(() -> second.get(100, TimeUnit.MILLISECONDS))
          .isInstanceOf(TimeoutException.class);
      first
          .sagas()
          .commit(List.of(moved(aSaga().inState("paid").after("paid", 1).build()).build()));
      first.commit();
    }

    assertThat(second.get(10, TimeUnit.SECONDS).state()).isEqualTo("paid");
  }

  private void move(Saga saga) {
    store()
        .run(
            session -> {
              session.sagas().load(wanted(Set.of(saga.id())));
              session.sagas().commit(List.of(moved(saga).build()));
            });
  }

  private Map<SagaId, Long> latestPending() {
    return store().ask(session -> session.sagas().latestPending(Set.of(SAGA, OTHER)));
  }

  private Saga loadOne() {
    return store().ask(session -> session.sagas().load(wanted(Set.of(SAGA))).sagas().get(SAGA));
  }

  private List<PendingCommand> claim() {
    return store()
        .ask(
            session ->
                session.outbox().claim(NOW, NOW.plus(Duration.ofSeconds(15)), ClaimLimits.of(10)));
  }

  private static SagaBuilder like(Saga saga) {
    return aSaga()
        .withMetadata(saga.metadata())
        .meaning(saga.position().businessState().text())
        .isFinal()
        .updatedAt(saga.updatedAt());
  }
}
