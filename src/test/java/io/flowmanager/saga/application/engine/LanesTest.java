// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.engine;

import static io.flowmanager.testing.FlowBuilder.anOrderFlow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowmanager.platform.concurrent.Standstill;
import io.flowmanager.saga.application.flow.FlowCatalog;
import io.flowmanager.saga.application.remote.RemoteStores;
import io.flowmanager.saga.application.store.Answer;
import io.flowmanager.saga.application.store.QuerySagas;
import io.flowmanager.saga.application.store.StoreUnavailableException;
import io.flowmanager.saga.domain.Event;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.FlowName;
import io.flowmanager.testing.DaemonThreads;
import io.flowmanager.testing.TestSettings;
import io.flowmanager.testing.store.AutoCommittingStore;
import io.flowmanager.testing.store.MemoryRemoteStore;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LanesTest {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final EngineFixture engine = new EngineFixture(anOrderFlow().build());
  private final Map<String, String> threads = new ConcurrentHashMap<>();

  private Lanes lanes(int count, int capacity) {
    return new Lanes(
        new LaneSettings(count, capacity, 10),
        new BatchExecutor(
            new TransactionsBy(this::transaction).withoutCache(),
            List.of(),
            Runnable::run,
            TestSettings.noRetries()));
  }

  private BatchResult transaction(List<EngineRequest> batch) {
    batch.forEach(
        request ->
            threads.merge(
                request.subject(),
                Thread.currentThread().getName(),
                (a, b) -> a.equals(b) ? a : "!"));
    return engine.handle(batch);
  }

  @Test
  void keyAlwaysHasTheSameLaneAndKeysSpread() throws Exception {
    Lanes lanes = lanes(8, 10_000);
    lanes.start(Thread::new);
    List<CompletableFuture<Answer>> answers = new ArrayList<>();
    for (int round = 0; round < 3; round++) {
      IntStream.range(0, 100)
          .mapToObj(i -> lanes.enqueue("s" + i, engine.event("s" + i, "paid")))
          .forEach(answer -> answers.add(answer.toCompletableFuture()));
    }
    for (CompletableFuture<Answer> answer : answers) {
      answer.get(10, TimeUnit.SECONDS);
    }
    lanes.stop(PATIENCE);

    assertThat(threads).hasSize(100).doesNotContainValue("!");
    assertThat(threads.values().stream().distinct()).hasSize(8);
  }

  @Test
  void eventsOfOneSagaAreHandledInTheOrderOfTheirArrival() throws Exception {
    Lanes lanes = lanes(4, 100);
    lanes.enqueue("s", engine.start("s"));
    lanes.enqueue("s", engine.event("s", "paid"));
    var last = lanes.enqueue("s", engine.event("s", "prepared")).toCompletableFuture();

    lanes.start(Thread::new);

    assertThat(last.get(10, TimeUnit.SECONDS))
        .isEqualTo(new Answer.Transitioned(new SagaId("s"), "done"));
    lanes.stop(PATIENCE);
  }

  @Test
  void eventAloneIsHandledOnTheThreadThatBringsIt() {
    Lanes lanes = lanes(2, 3);

    var answer = lanes.runInline("s", engine.start("s")).toCompletableFuture();

    assertThat(answer).isCompletedWithValue(new Answer.Started(new SagaId("s")));
    assertThat(threads).containsValue(Thread.currentThread().getName());
    assertThat(lanes.waiting()).isZero();
  }

  @Test
  void eventThatIsNotAloneTakesItsPlaceInTheLane() throws Exception {
    Lanes lanes = lanes(2, 3);
    lanes.enqueue("s", engine.start("s"));

    var answer = lanes.runInline("s", engine.event("s", "paid")).toCompletableFuture();
    assertThat(answer).isNotDone();

    lanes.start(Thread::new);
    assertThat(answer.get(10, TimeUnit.SECONDS))
        .isEqualTo(new Answer.Transitioned(new SagaId("s"), "paid"));
    lanes.stop(PATIENCE);
  }

  @Test
  void fullLaneRefusesWhoWouldDoItsWorkItself() {
    Lanes lanes = lanes(1, 1);
    lanes.enqueue("s", engine.start("s"));

    assertThatThrownBy(() -> lanes.runInline("t", engine.start("t")))
        .isInstanceOf(LaneFullException.class);
  }

  @Test
  void fullLaneRefusesAndTheOthersDoNot() {
    Lanes lanes = lanes(2, 3);
    IntStream.range(0, 3).forEach(i -> lanes.enqueue("a", engine.start("a" + i)));

    assertThatThrownBy(() -> lanes.enqueue("a", engine.start("b")))
        .isInstanceOf(LaneFullException.class);
    lanes.enqueue("b", engine.start("b"));

    assertThat(lanes.waiting()).isEqualTo(4);
  }

  @Test
  void laneIsHalfFullWithOneMoreThanHalfOfWhatItCanHold() {
    Lanes lanes = lanes(2, 4);
    lanes.enqueue("s", engine.event("s", "paid"));
    lanes.enqueue("s", engine.event("s", "paid"));
    assertThat(lanes.isAnyHalfFull()).isFalse();

    lanes.enqueue("s", engine.event("s", "paid"));
    assertThat(lanes.isAnyHalfFull()).isTrue();
  }

  @Test
  void whatNoLaneHasBegunWhenTheServerStopsIsRefused() {
    Lanes lanes = lanes(1, 100);
    var waiting = lanes.enqueue("s", engine.start("s")).toCompletableFuture();

    lanes.stop(Duration.ofMillis(1));

    assertThat(waiting)
        .failsWithin(Duration.ZERO)
        .withThrowableThat()
        .withCauseInstanceOf(StoreUnavailableException.class);
  }

  @Test
  void laneThatDoesNotComeForwardIsNamed() {
    Lanes lanes = lanes(2, 100);
    lanes.enqueue("s", engine.start("s"));

    assertThat(lanes.standstills(Duration.ZERO))
        .singleElement()
        .extracting(Standstill::name)
        .asString()
        .startsWith("flow-manager-lane-");
    assertThat(lanes.standstills(Duration.ofHours(1))).isEmpty();
  }

  @Test
  void storeElsewhereThatStandsStillHoldsUpItsOwnFlowOnly() throws Exception {
    var store = new MemoryRemoteStore();
    var isOpen = new CountDownLatch(1);
    store.waitFor(isOpen);
    var elsewhere = new FlowName("elsewhere");
    Lanes lanes = withStore(elsewhere, store);
    lanes.start(new DaemonThreads());
    var event = new Event(new SagaId("s"), "paid", JsonValue.EMPTY_JSON_OBJECT, Optional.empty());

    CompletableFuture<Answer> waiting =
        lanes.runInline("s", new EngineRequest.Apply(elsewhere, event)).toCompletableFuture();

    assertThat(lanes.enqueue("s", engine.start("s"))).succeedsWithin(PATIENCE);
    assertThat(waiting).isNotDone();
    assertThat(lanes.standstills(Duration.ZERO))
        .extracting(Standstill::name)
        .noneMatch(name -> name.contains("elsewhere"));
    isOpen.countDown();
    assertThat(waiting).succeedsWithin(PATIENCE).isEqualTo(new Answer.UnknownSaga(new SagaId("s")));
    assertThat(lanes.stop(PATIENCE)).isTrue();
  }

  private Lanes withStore(FlowName flow, MemoryRemoteStore store) {
    var context =
        new BatchContext(
            new FlowCatalog(List.of(), Optional.empty()), TestSettings.RELAY, engine.clock);
    var processors =
        new RemoteProcessors(
            new RemoteStores(Map.of(flow, store)),
            new QuerySagas(new AutoCommittingStore(engine.store)),
            new MessagePositions(),
            context);
    return new Lanes(
        new LaneSettings(1, 10, 10),
        new BatchExecutor(
            new TransactionsBy(engine::handle).withoutCache(),
            List.of(),
            Runnable::run,
            TestSettings.noRetries()),
        processors);
  }

  @Test
  void stopFinishesWhatWasTakenInAndTakesNoMore() {
    Lanes lanes = lanes(2, 1000);
    List<CompletableFuture<Answer>> answers =
        IntStream.range(0, 200)
            .mapToObj(i -> lanes.enqueue("s" + i, engine.start("s" + i)).toCompletableFuture())
            .toList();
    lanes.start(Thread::new);

    assertThat(lanes.stop(PATIENCE)).isTrue();

    assertThat(answers).allMatch(CompletableFuture::isDone);
    assertThatThrownBy(() -> lanes.enqueue("s", engine.start("s")))
        .isInstanceOf(LaneFullException.class);
  }

  @Test
  void whoeverWaitsWhenThePatienceIsOverGetsAnAnswer() throws Exception {
    var isOver = new CountDownLatch(1);
    var hasBegun = new CountDownLatch(1);
    BatchExecutor stuck =
        new BatchExecutor(
            new TransactionsBy(
                    batch -> {
                      hasBegun.countDown();
                      awaitQuietly(isOver);
                      return engine.handle(batch);
                    })
                .withoutCache(),
            List.of(),
            Runnable::run,
            TestSettings.noRetries());
    Lanes lanes = new Lanes(new LaneSettings(1, 10, 1), stuck);
    lanes.start(new DaemonThreads());
    CompletableFuture<Answer> atWork = lanes.enqueue("s", engine.start("s")).toCompletableFuture();
    hasBegun.await();
    CompletableFuture<Answer> waiting = lanes.enqueue("s", engine.start("t")).toCompletableFuture();

    assertThat(lanes.stop(Duration.ofMillis(1))).isFalse();

    assertThat(atWork).isCompletedExceptionally();
    assertThat(waiting)
        .failsWithin(PATIENCE)
        .withThrowableThat()
        .withCauseInstanceOf(StoreUnavailableException.class);
    isOver.countDown();
  }

  private static void awaitQuietly(CountDownLatch event) {
    try {
      event.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
