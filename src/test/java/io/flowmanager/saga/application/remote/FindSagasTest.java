// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.remote;

import static io.flowmanager.testing.ChangeBuilder.created;
import static io.flowmanager.testing.SagaBuilder.aSaga;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowmanager.saga.application.store.QuerySagas;
import io.flowmanager.saga.application.store.ReadSagas.SagaWithHistory;
import io.flowmanager.saga.application.store.SagaPage;
import io.flowmanager.saga.application.store.StoreUnavailableException;
import io.flowmanager.saga.domain.HistoryEntry;
import io.flowmanager.saga.domain.Saga;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.FlowName;
import io.flowmanager.testing.DaemonThreads;
import io.flowmanager.testing.QueryBuilder;
import io.flowmanager.testing.store.AutoCommittingStore;
import io.flowmanager.testing.store.MemoryRemoteStore;
import io.flowmanager.testkit.store.MemoryStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class FindSagasTest {

  private static final FlowName ELSEWHERE = new FlowName("elsewhere");

  private final MemoryStore local = new MemoryStore();
  private final MemoryRemoteStore store = new MemoryRemoteStore();
  private final FindSagas sagas =
      new FindSagas(
          new QuerySagas(new AutoCommittingStore(local)),
          new RemoteStores(Map.of(ELSEWHERE, store)),
          new RemoteReaders(flow -> task -> new DaemonThreads().newThread(task).start()));

  @Test
  void listingIsOfAllStoresTheLatestFirst() {
    start("a");
    store.start(aSaga().withId("b"));
    start("c");

    assertThat(ids(sagas.list(QueryBuilder.sagas().build()))).containsExactly("c", "b", "a");
  }

  @Test
  void storeThatFailsHidesNoSagaOfAnotherAndIsNamed() {
    start("a");
    store.failListings();

    SagaPage page = sagas.list(QueryBuilder.sagas().build());

    assertThat(ids(page)).containsExactly("a");
    assertThat(page.partial()).containsExactly(ELSEWHERE);
    assertThatThrownBy(() -> sagas.list(QueryBuilder.sagas().ofFlow(ELSEWHERE.value()).build()))
        .isInstanceOf(StoreUnavailableException.class);
  }

  @Test
  void sagaThatTheDatabaseDoesNotKnowIsLookedForElsewhere() {
    store.start(aSaga().withId("b"));

    assertThat(sagas.find(new SagaId("b"))).isPresent();
    assertThat(sagas.find(new SagaId("x"))).isEmpty();
  }

  @Test
  void storeThatStandsStillDelaysNoReadOfTheDatabase() {
    start("a");
    store.start(aSaga().withId("b"));
    var isOpen = new CountDownLatch(1);
    store.waitFor(isOpen);

    CompletionStage<Optional<SagaWithHistory>> slow = sagas.read(new SagaId("b"), Runnable::run);

    assertThat(sagas.read(new SagaId("a"), Runnable::run)).isCompleted();
    assertThat(slow.toCompletableFuture()).isNotDone();
    isOpen.countDown();
    assertThat(slow).succeedsWithin(Duration.ofSeconds(10)).matches(Optional::isPresent);
  }

  @Test
  void lastEntryOfAShortenedHistoryIsTheLatestStep() {
    Saga saga = aSaga().build();
    HistoryEntry only =
        new HistoryEntry(
            0, "paid", Optional.empty(), "paid", saga.position().businessState(), saga.updatedAt());

    var shortened = new SagaWithHistory(saga, List.of(only)).numberedUpTo(7);

    assertThat(shortened.history()).extracting(HistoryEntry::sequence).containsExactly(7L);
  }

  private void start(String id) {
    local.run(session -> session.sagas().commit(List.of(created(aSaga().withId(id)).build())));
  }

  private static List<String> ids(SagaPage page) {
    return page.sagas().stream().map(saga -> saga.id().value()).toList();
  }
}
