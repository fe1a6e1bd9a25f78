// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.engine;

import static io.flowmanager.testing.FlowBuilder.aFlow;
import static io.flowmanager.testing.FlowBuilder.anOrderFlow;
import static io.flowmanager.testing.StateBuilder.aState;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowmanager.saga.application.store.Answer;
import io.flowmanager.saga.application.store.Dispatch;
import io.flowmanager.saga.domain.Event;
import io.flowmanager.saga.domain.EventId;
import io.flowmanager.saga.domain.HistoryEntry;
import io.flowmanager.saga.domain.NewSaga;
import io.flowmanager.saga.domain.Refusal;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.FlowName;
import io.flowmanager.testing.SettableClock;
import io.flowmanager.testing.TestSettings;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class BatchTransactionsTest {

  private static final SagaId SAGA = new SagaId("s");

  private final EngineFixture engine = new EngineFixture(anOrderFlow().build());

  @Test
  void startedSagaIsStoredWithItsCommand() {
    BatchResult result = engine.handle(engine.start("s"));

    assertThat(result.answers()).containsExactly(new Answer.Started(SAGA));
    assertThat(engine.saga("s").state()).isEqualTo("created");
    assertThat(result.dispatches())
        .extracting(dispatch -> dispatch.command().command().id().toString())
        .containsExactly("s.0");
    assertThat(engine.pending()).isEqualTo(1);
  }

  @Test
  void storedCommandIsLeasedToThisNode() {
    BatchResult result = engine.handle(engine.start("s"));

    assertThat(result.dispatches().get(0).command().leasedUntil())
        .isEqualTo(SettableClock.START.plus(TestSettings.RELAY.lease()));
  }

  @Test
  void severalEventsOfOneSagaInOneBatchAreHandledOneAfterTheOther() {
    engine.handle(engine.start("s"));

    BatchResult result = engine.handle(engine.event("s", "paid"), engine.event("s", "prepared"));

    assertThat(result.answers())
        .containsExactly(
            new Answer.Transitioned(SAGA, "paid"), new Answer.Transitioned(SAGA, "done"));
    assertThat(engine.history("s"))
        .extracting(HistoryEntry::state)
        .containsExactly("created", "paid", "done");
  }

  @Test
  void sagaMayStartAndMoveInOneBatch() {
    engine.handle(engine.start("s"), engine.event("s", "paid"));

    assertThat(engine.saga("s").state()).isEqualTo("paid");
    assertThat(engine.history("s")).hasSize(2);
  }

  @Test
  void dispatchNamesTheCommandThatMustLeaveBeforeIt() {
    BatchResult first = engine.handle(engine.start("s"), engine.event("s", "paid"));

    assertThat(first.dispatches())
        .extracting(Dispatch::earlier)
        .containsExactly(OptionalLong.empty(), OptionalLong.of(0));
  }

  @Test
  void orderOfArrivalDecidesWhichEventIsUnexpected() {
    engine.handle(engine.start("s"));

    BatchResult result = engine.handle(engine.event("s", "prepared"), engine.event("s", "paid"));

    assertThat(result.answers())
        .containsExactly(
            new Answer.Ignored(SAGA, "created"), new Answer.Transitioned(SAGA, "paid"));
  }

  @Test
  void ignoredEventWithoutAnIdStoresNothing() {
    engine.handle(engine.start("s"));
    var before = engine.saga("s");
    engine.clock.advance(Duration.ofSeconds(1));

    engine.handle(engine.event("s", "other"));

    assertThat(engine.saga("s")).isEqualTo(before);
  }

  @Test
  void repeatedEventIdActsOnceWithinABatch() {
    engine.handle(engine.start("s"));

    BatchResult result =
        engine.handle(
            engine.event("s", "paid", "1"),
            engine.event("s", "paid", "1"),
            engine.event("s", "prepared", "1"));

    assertThat(result.answers()).containsOnly(new Answer.Transitioned(SAGA, "paid"));
    assertThat(result.steps()).hasSize(1);
    assertThat(engine.saga("s").state()).isEqualTo("paid");
  }

  @Test
  void repeatedEventIdGetsItsFirstAnswerAfterTheSagaMovedOn() {
    engine.handle(engine.start("s"));
    engine.handle(engine.event("s", "paid", "1"));
    engine.handle(engine.event("s", "prepared", "2"));

    assertThat(engine.ask(engine.event("s", "paid", "1")))
        .isEqualTo(new Answer.Transitioned(SAGA, "paid"));
    assertThat(engine.saga("s").state()).isEqualTo("done");
    assertThat(engine.history("s")).hasSize(3);
  }

  @Test
  void ignoredEventIdStaysIgnoredEvenWhenTheSagaWouldTakeItNow() {
    engine.handle(engine.start("s"));
    engine.handle(engine.event("s", "prepared", "early"));
    engine.handle(engine.event("s", "paid"));

    assertThat(engine.ask(engine.event("s", "prepared", "early")))
        .isEqualTo(new Answer.Ignored(SAGA, "created"));
    assertThat(engine.saga("s").state()).isEqualTo("paid");
  }

  @Test
  void refusedEventIdStaysRefused() {
    engine.handle(engine.start("s"));
    var bad = engine.event("s", "paid", JsonValue.TRUE, Optional.of(new EventId("1")));
    Answer first = engine.ask(bad);

    Answer second = engine.ask(engine.event("s", "paid", "1"));

    assertThat(first).isInstanceOf(Answer.Refused.class);
    assertThat(second).isEqualTo(first);
    assertThat(engine.saga("s").state()).isEqualTo("created");
  }

  @Test
  void eventThatMetAStateTheFlowHadLostMayComeAgain() {
    engine.handle(engine.start("s"));
    var lost = engine.under(aFlow().with(aState("other")).build());
    assertThat(lost.ask(lost.event("s", "paid", "1")))
        .isInstanceOfSatisfying(
            Answer.Refused.class,
            refused -> assertThat(refused.refusal().kind()).isEqualTo(Refusal.Kind.UNKNOWN_STATE));

    var repaired = lost.under(anOrderFlow().build());

    assertThat(repaired.ask(repaired.event("s", "paid", "1")))
        .isEqualTo(new Answer.Transitioned(SAGA, "paid"));
  }

  @Test
  void eventIdCountsWithinItsSaga() {
    engine.handle(engine.start("s"), engine.start("t"));

    BatchResult result =
        engine.handle(engine.event("s", "paid", "1"), engine.event("t", "paid", "1"));

    assertThat(result.steps()).hasSize(2);
  }

  @Test
  void repeatedStartKeyAnswersTheFirstSaga() {
    BatchResult first = engine.handle(engine.start("s", "key"), engine.start("t", "key"));
    BatchResult second = engine.handle(engine.start("u", "key"));

    assertThat(first.answers()).containsOnly(new Answer.Started(SAGA));
    assertThat(second.answers()).containsOnly(new Answer.Started(SAGA));
    assertThat(second.steps()).isEmpty();
    assertThat(engine.pending()).isEqualTo(1);
  }

  @Test
  void eventOfAnUnknownSagaIsAnsweredSo() {
    assertThat(engine.ask(engine.event("s", "paid", "1"))).isEqualTo(new Answer.UnknownSaga(SAGA));
  }

  @Test
  void sagaOfAnotherFlowIsUnknownAtThisEndpoint() {
    engine.handle(engine.start("s"));
    var other = new FlowName("refund");
    var event = new Event(SAGA, "paid", JsonValue.NULL, Optional.empty());

    assertThat(engine.ask(new EngineRequest.Apply(other, event)))
        .isEqualTo(new Answer.UnknownSaga(SAGA));
  }

  @Test
  void oneImpossibleRequestLeavesNothingOfItsBatch() {
    var foreign =
        new NewSaga(new SagaId("t"), new FlowName("refund"), "e", JsonValue.EMPTY_JSON_OBJECT);

    assertThatThrownBy(
            () ->
                engine.handle(
                    List.of(engine.start("s"), new EngineRequest.Start(foreign, Optional.empty()))))
        .hasMessageContaining("refund");

    assertThat(engine.ask(engine.event("s", "paid"))).isEqualTo(new Answer.UnknownSaga(SAGA));
    assertThat(engine.pending()).isZero();
  }

  @Test
  void timesAreKeptInMilliseconds() {
    engine.clock.advance(Duration.ofNanos(123_456));

    engine.handle(engine.start("s"));

    assertThat(engine.saga("s").updatedAt()).isEqualTo(SettableClock.START);
  }
}
