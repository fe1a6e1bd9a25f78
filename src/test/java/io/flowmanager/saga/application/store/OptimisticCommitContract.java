// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.store;

import static io.flowmanager.testing.ChangeBuilder.created;
import static io.flowmanager.testing.ChangeBuilder.moved;
import static io.flowmanager.testing.SagaBuilder.aSaga;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.saga.application.outbox.Backlog;
import io.flowmanager.saga.application.store.SagaStore.Loaded;
import io.flowmanager.saga.domain.EventId;
import io.flowmanager.saga.domain.HistoryEntry;
import io.flowmanager.saga.domain.Saga;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.testing.ChangeBuilder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@link SagaStore#commitIfCurrent} promises where it is possible. */
public abstract class OptimisticCommitContract extends StoreContract {

  @Test
  void storeSaysThatItCan() {
    assertThat(store().sagas().canCommitIfCurrent()).isTrue();
  }

  @Test
  void newSagaIsFoundAsItWasStoredWithItsHistoryAndItsCommand() {
    ChangeBuilder change = created(aSaga().withMetadata("{\"a\": [1, null]}")).sends(0, NOW);

    assertThat(store(change)).isTrue();

    assertThat(find(SAGA)).contains(change.build().saga());
    assertThat(history(SAGA)).isEqualTo(change.build().entries());
    assertThat(pending()).isEqualTo(1);
  }

  @Test
  void nextStepOfASagaReplacesWhatItWas() {
    store(created(aSaga().forEntity("order-7")));
    Saga paid = aSaga().forEntity("order-7").inState("paid").after("paidEvent", 1).build();

    assertThat(store(moved(paid))).isTrue();

    assertThat(find(SAGA)).contains(paid);
    assertThat(history(SAGA)).extracting(HistoryEntry::sequence).containsExactly(0L, 1L);
  }

  @Test
  void oneStepMayFollowTheOtherByEitherWay() {
    commit(created(aSaga()));
    store(moved(aSaga().after("one", 1).build()));
    commit(moved(aSaga().after("two", 2).build()));
    store(moved(aSaga().after("three", 3).build()));

    assertThat(history(SAGA)).extracting(HistoryEntry::sequence).containsExactly(0L, 1L, 2L, 3L);
  }

  @Test
  void stepThatSomebodyElseHasTakenStoresNothing() {
    commit(created(aSaga()));
    commit(moved(aSaga().inState("cancelled").after("cancel", 1).build()));

    assertThat(store(moved(aSaga().inState("paid").after("paid", 1).build()).sends(1, NOW)))
        .isFalse();

    assertThat(find(SAGA)).map(Saga::state).contains("cancelled");
    assertThat(history(SAGA)).extracting(HistoryEntry::event).last().isEqualTo("cancel");
    assertThat(pending()).isZero();
  }

  @Test
  void stepThatSkipsOneStoresNothing() {
    commit(created(aSaga()));

    assertThat(store(moved(aSaga().after("paid", 2).build()))).isFalse();

    assertThat(history(SAGA)).hasSize(1);
  }

  @Test
  void stepOfASagaThatIsGoneStoresNothing() {
    assertThat(store(moved(aSaga().after("paid", 1).build()).sends(1, NOW))).isFalse();

    assertThat(find(SAGA)).isEmpty();
    assertThat(history(SAGA)).isEmpty();
    assertThat(pending()).isZero();
  }

  @Test
  void takenIdStoresNothing() {
    commit(created(aSaga().forEntity("first")));

    assertThat(store(created(aSaga().forEntity("second")))).isFalse();

    assertThat(find(SAGA)).map(Saga::associatedEntityId).contains("first");
    assertThat(history(SAGA)).hasSize(1);
  }

  @Test
  void receiptAndStartKeyAreFoundInABatch() {
    assertThat(store(created(aSaga()).startedWith("key").received(receipt("e1")))).isTrue();

    Loaded loaded = load(Map.of(SAGA, Set.of(new EventId("e1"))), Set.of(startKey("key")));
    assertThat(loaded.receipts()).containsExactly(receipt("e1"));
    assertThat(loaded.started()).containsExactly(Map.entry(startKey("key"), SAGA));
  }

  @Test
  void eventThatHasBeenAnsweredStoresNothing() {
    commit(created(aSaga()).received(receipt("e1")));
    Saga paid = aSaga().inState("paid").after("paid", 1).build();

    assertThat(store(moved(paid).sends(1, NOW).received(receipt("e1")))).isFalse();

    assertThat(find(SAGA)).map(Saga::sequence).contains(0L);
    assertThat(history(SAGA)).hasSize(1);
    assertThat(pending()).isZero();
  }

  @Test
  void keyThatHasStartedASagaStoresNothing() {
    commit(created(aSaga()).startedWith("key"));

    assertThat(store(created(aSaga().withId("saga-2")).startedWith("key").sends(0, NOW))).isFalse();

    assertThat(find(OTHER)).isEmpty();
    assertThat(history(OTHER)).isEmpty();
    assertThat(pending()).isZero();
  }

  @Test
  void latestPendingCommandIsTheOneThatWasSentLast() {
    commit(created(aSaga()).sends(0, NOW), created(aSaga().withId("saga-2")).sends(0, NOW));
    store(moved(aSaga().after("one", 1).build()).sends(1, NOW));

    assertThat(store().sagas().latestPending(Set.of(SAGA, OTHER, new SagaId("none"))))
        .isEqualTo(Map.of(SAGA, 1L, OTHER, 0L));
  }

  @Test
  void stepsOfManySagasAreStoredTogether() {
    commit(created(aSaga()), created(aSaga().withId("saga-2")));
    Saga paid = aSaga().inState("paid").after("paid", 1).build();
    Saga sent = aSaga().withId("saga-2").inState("sent").after("sent", 1).build();

    boolean isStored =
        store(
            moved(sent).sends(1, NOW).received(receipt("e1")),
            created(aSaga().withId("saga-3")).startedWith("key").sends(0, NOW),
            moved(paid));

    assertThat(isStored).isTrue();
    assertThat(find(SAGA)).contains(paid);
    assertThat(find(OTHER)).contains(sent);
    assertThat(history(OTHER)).hasSize(2);
    assertThat(find(new SagaId("saga-3"))).isPresent();
    assertThat(pending()).isEqualTo(2);
  }

  @Test
  void oneOfManyThatSomebodyElseHasTakenIsLeftOut() {
    commit(created(aSaga()), created(aSaga().withId("saga-2")));
    commit(moved(aSaga().withId("saga-2").inState("cancelled").after("cancel", 1).build()));

    assertThat(stored(firstSteps())).containsExactly(SAGA);

    assertThat(find(SAGA)).map(Saga::sequence).contains(1L);
    assertThat(find(OTHER)).map(Saga::state).contains("cancelled");
    assertThat(history(SAGA)).hasSize(2);
    assertThat(history(OTHER)).hasSize(2);
    assertThat(pending()).isEqualTo(1);
  }

  @Test
  void oneOfManyThatSkipsAStepIsLeftOut() {
    commit(created(aSaga()), created(aSaga().withId("saga-2")));

    Set<SagaId> stored =
        stored(
            moved(aSaga().after("paid", 1).build()),
            moved(aSaga().withId("saga-2").after("paid", 2).build()));

    assertThat(stored).containsExactly(SAGA);
    assertThat(history(SAGA)).hasSize(2);
    assertThat(history(OTHER)).hasSize(1);
  }

  @Test
  void oneOfManyThatHasBeenAnsweredIsLeftOut() {
    commit(created(aSaga()).received(receipt("e1")), created(aSaga().withId("saga-2")));
    ChangeBuilder[] steps = firstSteps();
    steps[0].received(receipt("e1"));

    assertThat(stored(steps)).containsExactly(OTHER);

    assertThat(history(SAGA)).hasSize(1);
    assertThat(history(OTHER)).hasSize(2);
    assertThat(pending()).isEqualTo(1);
  }

  @Test
  void oneOfManyWhoseKeyHasStartedASagaIsLeftOut() {
    commit(created(aSaga()).startedWith("key"));
    var third = new SagaId("saga-3");

    Set<SagaId> stored =
        stored(
            moved(aSaga().after("paid", 1).build()),
            created(aSaga().withId("saga-2")).startedWith("key").sends(0, NOW),
            created(aSaga().withId("saga-3")).startedWith("another").sends(0, NOW));

    assertThat(stored).containsExactlyInAnyOrder(SAGA, third);
    assertThat(history(SAGA)).hasSize(2);
    assertThat(find(OTHER)).isEmpty();
    assertThat(history(OTHER)).isEmpty();
    assertThat(find(third)).isPresent();
    assertThat(pending()).isEqualTo(1);
    assertThat(load(Map.of(), Set.of(startKey("key"), startKey("another"))).started())
        .isEqualTo(Map.of(startKey("key"), SAGA, startKey("another"), third));
  }

  @Test
  void oneOfManyThatIsGoneIsNotMadeAnew() {
    commit(created(aSaga()));

    Set<SagaId> stored = stored(firstSteps());

    assertThat(stored).doesNotContain(OTHER);
    assertThat(history(SAGA)).hasSize(stored.contains(SAGA) ? 2 : 1);
    assertThat(find(OTHER)).isEmpty();
    assertThat(history(OTHER)).isEmpty();
  }

  @Test
  void oneOfManyWhoseIdIsTakenIsNotStored() {
    commit(created(aSaga()), created(aSaga().withId("saga-2").forEntity("first")));

    Set<SagaId> stored =
        stored(
            moved(aSaga().after("paid", 1).build()),
            created(aSaga().withId("saga-2").forEntity("second")).startedWith("key"));

    assertThat(stored).doesNotContain(OTHER);
    assertThat(history(SAGA)).hasSize(stored.contains(SAGA) ? 2 : 1);
    assertThat(find(OTHER)).map(Saga::associatedEntityId).contains("first");
    assertThat(load(Map.of(), Set.of(startKey("key"))).started()).isEmpty();
  }

  @Test
  void stepAfterOneOfTheSameNumberAtAnotherTimeStoresNothing() {
    commit(created(aSaga()));
    commit(moved(aSaga().inState("paid").after("paid", 1).updatedAt(NOW.plusMillis(1)).build()));
    Saga lost = aSaga().inState("paid").after("paid", 1).updatedAt(NOW).build();

    assertThat(store(moved(aSaga().after("sent", 2).build(), lost).sends(2, NOW))).isFalse();

    assertThat(history(SAGA)).hasSize(2);
    assertThat(pending()).isZero();
  }

  @Test
  void stepAfterOneOfTheSameNumberByAnotherFlowVersionStoresNothing() {
    commit(created(aSaga()).sends(0, NOW));
    Saga other = aSaga().byVersion("v2").build();

    assertThat(store(moved(aSaga().after("paid", 1).build(), other))).isFalse();
    assertThat(
            stored(
                moved(aSaga().after("paid", 1).build(), other), created(aSaga().withId("saga-2"))))
        .containsExactly(OTHER);

    assertThat(history(SAGA)).hasSize(1);
  }

  private static ChangeBuilder[] firstSteps() {
    return new ChangeBuilder[] {
      moved(aSaga().after("paid", 1).build()).sends(1, NOW),
      moved(aSaga().withId("saga-2").after("paid", 1).build()).sends(1, NOW)
    };
  }

  /** Whether all of them are stored. */
  private boolean store(ChangeBuilder... steps) {
    return stored(steps).size() == steps.length;
  }

  private Set<SagaId> stored(ChangeBuilder... steps) {
    return store().sagas().commitIfCurrent(Stream.of(steps).map(ChangeBuilder::build).toList());
  }

  private long pending() {
    List<Backlog> backlogs = store().ask(session -> session.outbox().backlogs());
    return backlogs.stream().mapToLong(Backlog::commands).sum();
  }
}
