// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.engine;

import static io.flowmanager.testing.FlowBuilder.aFlow;
import static io.flowmanager.testing.FlowBuilder.anOrderFlow;
import static io.flowmanager.testing.StateBuilder.aState;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.flowmanager.saga.application.store.Answer;
import io.flowmanager.saga.application.store.CommitInDoubtException;
import io.flowmanager.saga.application.store.Dispatch;
import io.flowmanager.saga.application.store.StoreUnavailableException;
import io.flowmanager.saga.domain.Event;
import io.flowmanager.saga.domain.HistoryEntry;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.FlowName;
import io.flowmanager.testing.TestSettings;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ProcessBatchTest {

  private static final SagaId SAGA = new SagaId("s");

  private final EngineFixture engine = new EngineFixture(anOrderFlow().build());
  private final EngineNode node = engine.node();
  private final EngineNode otherNode = engine.node();

  @Test
  void aSagaIsStartedWithoutATransaction() {
    Answer answer = ask(node, engine.start("s"));

    assertThat(answer).isEqualTo(new Answer.Started(SAGA));
    assertThat(engine.saga("s").state()).isEqualTo("created");
    assertThat(engine.transactions()).isZero();
  }

  @Test
  void anEventOfASagaThatWasMovedAMomentAgoNeedsNoTransaction() {
    ask(node, engine.start("s"));

    Answer answer = ask(node, engine.event("s", "paid"));

    assertThat(answer).isEqualTo(new Answer.Transitioned(SAGA, "paid"));
    assertThat(engine.history("s"))
        .extracting(HistoryEntry::state)
        .containsExactly("created", "paid");
    assertThat(engine.transactions()).isZero();
  }

  @Test
  void itsCommandNamesTheOneThatMustLeaveBeforeIt() {
    ask(node, engine.start("s"));

    BatchResult result = node.handle(List.of(engine.event("s", "paid")));

    assertThat(result.dispatches())
        .extracting(Dispatch::earlier)
        .containsExactly(OptionalLong.of(0));
  }

  @Test
  void theNextEventBuildsOnTheFirst() {
    ask(node, engine.start("s"));
    ask(node, engine.event("s", "paid"));

    assertThat(ask(node, engine.event("s", "prepared")))
        .isEqualTo(new Answer.Transitioned(SAGA, "done"));
    assertThat(engine.transactions()).isZero();
  }

  @Test
  void eventsOfOneSagaThatComeTogetherShareATransaction() {
    ask(node, engine.start("s"));

    node.handle(List.of(engine.event("s", "paid"), engine.event("s", "prepared")));

    assertThat(engine.saga("s").state()).isEqualTo("done");
    assertThat(engine.transactions()).isEqualTo(1);
  }

  @Test
  void stepsOfManySagasThatComeTogetherNeedNoTransaction() {
    node.handle(List.of(engine.start("s"), engine.start("t")));

    BatchResult result =
        node.handle(
            List.of(engine.event("t", "paid"), engine.start("u"), engine.event("s", "paid", "e1")));

    assertThat(result.answers())
        .containsExactly(
            new Answer.Transitioned(new SagaId("t"), "paid"),
            new Answer.Started(new SagaId("u")),
            new Answer.Transitioned(SAGA, "paid"));
    assertThat(result.dispatches())
        .extracting(dispatch -> dispatch.command().command().id().saga(), Dispatch::earlier)
        .containsExactlyInAnyOrder(
            tuple(new SagaId("t"), OptionalLong.of(0)),
            tuple(new SagaId("u"), OptionalLong.empty()),
            tuple(SAGA, OptionalLong.of(0)));
    assertThat(engine.history("t")).hasSize(2);
    assertThat(engine.transactions()).isZero();
  }

  @Test
  void oneThatMovesNothingTakesTheOthersIntoATransaction() {
    node.handle(List.of(engine.start("s"), engine.start("t")));
    ask(otherNode, engine.event("t", "paid"));
    int before = engine.transactions();

    BatchResult result =
        node.handle(List.of(engine.event("s", "paid"), engine.event("t", "prepared")));

    assertThat(result.answers())
        .containsExactly(
            new Answer.Transitioned(SAGA, "paid"),
            new Answer.Transitioned(new SagaId("t"), "done"));
    assertThat(engine.transactions()).isEqualTo(before + 1);
    assertThat(engine.overtaken()).isZero();
  }

  @Test
  void manyThatBrokeOffAreToldWhatIsKnownOfThem() {
    node.handle(List.of(engine.start("s"), engine.start("t")));
    engine.breakOffNext();
    var known = pending(engine.event("s", "paid", "e1"));
    var inDoubt = pending(engine.event("t", "paid"));

    work(node).handle(List.of(known, inDoubt));

    assertThat(known.answer()).isCompletedWithValue(new Answer.Transitioned(SAGA, "paid"));
    assertThat(inDoubt.answer())
        .failsWithin(Duration.ZERO)
        .withThrowableThat()
        .withCauseInstanceOf(StoreUnavailableException.class);
    assertThat(engine.history("s")).hasSize(2);
    assertThat(engine.history("t")).hasSize(2);
  }

  @Test
  void aStepDoesNotVouchForAnotherEventOfItsSaga() {
    ask(node, engine.start("s"));
    ask(otherNode, engine.event("s", "unknown", "e1"));

    BatchResult result =
        node.handle(List.of(engine.event("s", "unknown", "e1"), engine.event("s", "paid")));

    assertThat(result.answers().get(0)).isEqualTo(new Answer.Ignored(SAGA, "created"));
    assertThat(engine.overtaken()).isZero();
  }

  @Test
  void onlyThoseThatAnotherNodeHasMovedAreReadAgain() {
    node.handle(List.of(engine.start("s"), engine.start("t")));
    ask(otherNode, engine.event("t", "paid"));
    int before = engine.transactions();

    List<BatchResult> parts =
        node.parts(List.of(engine.event("s", "paid"), engine.event("t", "paid")));

    assertThat(parts).hasSize(2);
    BatchResult stored = parts.get(0);
    assertThat(stored.answers()).containsExactly(new Answer.Transitioned(SAGA, "paid"));
    assertThat(stored.dispatches())
        .extracting(dispatch -> dispatch.command().command().id().saga())
        .containsExactly(SAGA);
    assertThat(parts.get(1).answers()).containsExactly(new Answer.Ignored(new SagaId("t"), "paid"));
    assertThat(engine.overtaken()).isEqualTo(1);
    assertThat(engine.transactions()).isEqualTo(before + 1);
  }

  @Test
  void oneThatWasOvertakenDoesNotKeepTheNextBatchFromTheCache() {
    node.handle(List.of(engine.start("s"), engine.start("t")));
    ask(otherNode, engine.event("t", "paid"));
    node.handle(List.of(engine.event("s", "paid"), engine.event("t", "paid")));
    node.handle(List.of(engine.start("u")));
    int before = engine.transactions();

    node.handle(List.of(engine.event("s", "prepared"), engine.event("u", "paid")));

    assertThat(engine.transactions()).isEqualTo(before);
    assertThat(engine.saga("s").state()).isEqualTo("done");
  }

  @Test
  void afterABatchThatBrokeOffBatchesReadForASecond() {
    node.handle(List.of(engine.start("s"), engine.start("t")));
    engine.breakOffNext();
    assertThatThrownBy(
            () -> node.handle(List.of(engine.event("s", "paid"), engine.event("t", "paid"))))
        .isInstanceOf(CommitInDoubtException.class);
    node.handle(List.of(engine.start("u"), engine.start("v")));
    int before = engine.transactions();

    node.handle(List.of(engine.event("u", "paid"), engine.event("v", "paid")));
    assertThat(engine.transactions()).isEqualTo(before + 1);

    engine.clock.advance(Duration.ofSeconds(1));
    node.handle(List.of(engine.event("u", "prepared"), engine.event("v", "prepared")));
    assertThat(engine.transactions()).isEqualTo(before + 1);
  }

  @Test
  void afterABatchThatBrokeOffAnEventThatIsAloneIsReadAsWell() {
    node.handle(List.of(engine.start("s"), engine.start("t")));
    engine.breakOffNext();
    assertThatThrownBy(() -> ask(node, engine.event("s", "paid")))
        .isInstanceOf(CommitInDoubtException.class);

    ask(node, engine.event("t", "paid"));
    assertThat(engine.transactions()).isEqualTo(1);

    engine.clock.advance(Duration.ofSeconds(1));
    ask(node, engine.event("t", "prepared"));
    assertThat(engine.transactions()).isEqualTo(1);
  }

  @Test
  void withoutACacheEverythingGoesThroughATransaction() {
    EngineNode plain = engine.node(new SagaCache(engine.clock, 0), engine::counted);

    ask(plain, engine.start("s"));
    ask(plain, engine.event("s", "paid"));

    assertThat(engine.transactions()).isEqualTo(2);
    assertThat(engine.alone()).isZero();
  }

  @Test
  void aStepOfTheSameNumberThatThisNodeDoesNotKnowIsNotMistakenForItsOwn() {
    ask(node, engine.start("s"));
    engine.clock.advance(Duration.ofMillis(1));
    Runnable failover = engine.store.failover();
    ask(node, engine.event("s", "paid"));
    failover.run();
    engine.clock.advance(Duration.ofMillis(1));
    ask(otherNode, engine.event("s", "paid"));
    int overtaken = engine.overtaken();

    Answer answer = ask(node, engine.event("s", "prepared"));

    assertThat(answer).isEqualTo(new Answer.Transitioned(SAGA, "done"));
    assertThat(engine.overtaken()).isEqualTo(overtaken + 1);
  }

  @Test
  void anEventWithAnIdAndAStartWithAKeyNeedNoTransactionEither() {
    ask(node, engine.start("s", "key"));
    ask(node, engine.event("s", "paid", "e1"));

    assertThat(engine.saga("s").state()).isEqualTo("paid");
    assertThat(engine.transactions()).isZero();
  }

  @Test
  void aRepeatedStartFindsTheFirstSaga() {
    Answer started = ask(node, engine.start("s", "key"));

    assertThat(ask(node, engine.start("other", "key"))).isEqualTo(started);
    assertThat(engine.transactions()).isEqualTo(1);
  }

  @Test
  void aRepeatedEventGetsTheFirstAnswerThoughItCouldMoveTheSagaAgain() {
    EngineFixture ring =
        new EngineFixture(
            aFlow()
                .with(aState("one").on("next", "two"))
                .with(aState("two").on("next", "one"))
                .build());
    EngineNode ringNode = ring.node();
    ask(ringNode, ring.start("s"));
    Answer first = ask(ringNode, ring.event("s", "next", "e1"));

    assertThat(ask(ringNode, ring.event("s", "next", "e1"))).isEqualTo(first);
    assertThat(ring.saga("s").state()).isEqualTo("two");
  }

  @Test
  void aSagaThatAnotherNodeHasMovedIsReadAgain() {
    ask(node, engine.start("s"));
    ask(otherNode, engine.event("s", "paid"));

    assertThat(ask(node, engine.event("s", "prepared")))
        .isEqualTo(new Answer.Transitioned(SAGA, "done"));
  }

  @Test
  void anEventThatTheSagaTookBeforeIsNotTakenTwiceByANodeThatDoesNotKnow() {
    ask(node, engine.start("s"));
    ask(otherNode, engine.event("s", "paid"));

    Answer answer = ask(node, engine.event("s", "paid"));

    assertThat(answer).isEqualTo(new Answer.Ignored(SAGA, "paid"));
    assertThat(engine.history("s")).hasSize(2);
  }

  @Test
  void whatDoesNotFitIsToldOfTheSagaAsItStandsInTheStore() {
    ask(node, engine.start("s"));
    ask(otherNode, engine.event("s", "paid"));
    int before = engine.transactions();

    Answer answer = ask(node, engine.event("s", "unknown"));

    assertThat(answer).isEqualTo(new Answer.Ignored(SAGA, "paid"));
    assertThat(engine.transactions()).isEqualTo(before + 1);
  }

  @Test
  void aBatchLeavesNothingOutdatedBehind() {
    ask(node, engine.start("s"));
    node.handle(List.of(engine.event("s", "paid"), engine.event("unknown", "paid")));

    ask(node, engine.event("s", "prepared"));

    assertThat(engine.saga("s").state()).isEqualTo("done");
    assertThat(engine.overtaken()).isZero();
  }

  @Test
  void aSagaIsReadAgainAfterAStepThatBrokeOff() {
    ask(node, engine.start("s"));
    engine.breakOffNext();
    assertThatThrownBy(() -> ask(node, engine.event("s", "paid")))
        .isInstanceOf(CommitInDoubtException.class);

    Answer next = ask(node, engine.event("s", "prepared"));

    assertThat(next).isEqualTo(new Answer.Transitioned(SAGA, "done"));
    assertThat(engine.transactions()).isEqualTo(1);
  }

  @Test
  void anEventWithAnIdThatBrokeOffGetsItsAnswerAndActsOnce() {
    ask(node, engine.start("s"));
    engine.breakOffNext();
    var pending = pending(engine.event("s", "paid", "e1"));

    work(node).handle(List.of(pending));

    assertThat(pending.answer()).isCompletedWithValue(new Answer.Transitioned(SAGA, "paid"));
    assertThat(engine.history("s")).hasSize(2);
    assertThat(engine.pending()).isEqualTo(2);
  }

  @Test
  void anEventAtTheEndpointOfAnotherFlowFindsNoSaga() {
    ask(node, engine.start("s"));
    var event = new Event(SAGA, "paid", JsonValue.EMPTY_JSON_OBJECT, Optional.empty());

    Answer answer = ask(node, new EngineRequest.Apply(new FlowName("another"), event));

    assertThat(answer).isEqualTo(new Answer.UnknownSaga(SAGA));
    assertThat(engine.saga("s").state()).isEqualTo("created");
  }

  @Test
  void aSagaIsForgottenAfterAWhile() {
    ask(node, engine.start("s"));
    engine.clock.advance(Duration.ofSeconds(11));

    ask(node, engine.event("s", "paid"));

    assertThat(engine.transactions()).isEqualTo(1);
  }

  private BatchExecutor work(EngineNode node) {
    return new BatchExecutor(
        node.batches(), List.of(), Runnable::run, TestSettings.retries(engine.clock));
  }

  private PendingRequest pending(EngineRequest request) {
    return work(node).pending(request);
  }

  private static Answer ask(EngineNode node, EngineRequest request) {
    return node.handle(List.of(request)).answers().get(0);
  }
}
