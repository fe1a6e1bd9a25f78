// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain;

import static io.flowmanager.testing.FlowBuilder.aFlow;
import static io.flowmanager.testing.SagaBuilder.aSaga;
import static io.flowmanager.testing.StateBuilder.aState;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.saga.domain.Decision.Ignored;
import io.flowmanager.saga.domain.Decision.Refused;
import io.flowmanager.saga.domain.Decision.Transitioned;
import io.flowmanager.saga.domain.flow.BusinessId;
import io.flowmanager.saga.domain.flow.FlowName;
import io.flowmanager.testing.FlowBuilder;
import io.flowmanager.testing.JsonTexts;
import io.flowmanager.testing.SettableClock;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateMachineTest {

  private static final Instant NOW = SettableClock.START.plusSeconds(60);

  private final FlowBuilder flow =
      aFlow()
          .with(
              aState("created")
                  .meaning("1")
                  .sends("payments", "pay")
                  .alsoSends("mail", "greet")
                  .alsoSends("audit", "note")
                  .on("paid", "done", "\"payment\"")
                  .on("paid", "created")
                  .on("again", "created"))
          .with(aState("done").isFinal().meaning("\"1\""));
  private final StateMachine machine = flow.build().machine();
  private final StateMachine strict = flow.refusingUnexpected().build().machine();

  @Test
  void newSagaStandsInTheInitialState() {
    Transitioned start = machine.start(newSaga(), NOW);

    Saga saga = start.saga();
    assertThat(saga.position())
        .isEqualTo(new Saga.Position("created", false, new BusinessId("1"), "orderCreated"));
    assertThat(saga.metadata()).isEqualTo(JsonTexts.object("{\"a\": 1}"));
    assertThat(saga.sequence()).isZero();
    assertThat(List.of(saga.createdAt(), saga.updatedAt())).containsOnly(NOW);
    assertThat(saga.flowVersion()).hasToString("v1");
    assertThat(start.entry())
        .isEqualTo(
            new HistoryEntry(
                0, "orderCreated", Optional.empty(), "created", new BusinessId("1"), NOW));
  }

  @Test
  void enteredStateSendsItsCommandAndSideEffectsWithIdsThatStay() {
    Transitioned start = machine.start(newSaga(), NOW);

    assertThat(start.command()).map(Command::id).map(CommandId::toString).contains("saga-1.0");
    assertThat(start.command()).map(Command::channel).contains("payments");
    assertThat(start.command()).map(Command::payload).contains(start.saga().metadata());
    assertThat(start.sideEffects())
        .extracting(Command::label, command -> command.id().toString())
        .containsExactly(tuple("greet", "saga-1.0.1"), tuple("note", "saga-1.0.2"));
  }

  @Test
  void expectedEventMovesTheSaga() {
    Saga before = aSaga().inState("created").after("orderCreated", 4).build();

    Transitioned step = (Transitioned) machine.decide(before, event("paid", "{}"), NOW);

    assertThat(step.saga().position())
        .isEqualTo(new Saga.Position("done", true, new BusinessId("\"1\""), "paid"));
    assertThat(step.saga().sequence()).isEqualTo(5);
    assertThat(step.saga().createdAt()).isEqualTo(before.createdAt());
    assertThat(step.saga().updatedAt()).isEqualTo(NOW);
    assertThat(step.entry().businessEvent()).contains(new BusinessId("\"payment\""));
    assertThat(step.command()).isEmpty();
    assertThat(step.sideEffects()).isEmpty();
  }

  @Test
  void firstOfTwoTransitionsForOneEventCounts() {
    assertThat(decide("paid", "{}"))
        .isInstanceOfSatisfying(
            Transitioned.class, step -> assertThat(step.saga().state()).isEqualTo("done"));
  }

  @Test
  void stateThatLeadsToItselfIsEnteredAgain() {
    assertThat(decide("again", "{}"))
        .isInstanceOfSatisfying(
            Transitioned.class,
            step -> {
              assertThat(step.saga().sequence()).isEqualTo(1);
              assertThat(step.command()).isPresent();
            });
  }

  @Test
  void payloadBecomesPartOfTheMetadataAndOfTheCommand() {
    Saga before = aSaga().inState("created").withMetadata("{\"a\": 1, \"b\": {\"c\": 1}}").build();

    Transitioned step =
        (Transitioned) machine.decide(before, event("again", "{\"b\": {\"d\": 2}}"), NOW);

    var merged = JsonTexts.object("{\"a\": 1, \"b\": {\"d\": 2}}");
    assertThat(step.saga().metadata()).isEqualTo(merged);
    assertThat(step.command()).map(Command::payload).contains(merged);
    assertThat(before.metadata()).isEqualTo(JsonTexts.object("{\"a\": 1, \"b\": {\"c\": 1}}"));
  }

  @Test
  void payloadThatIsNullChangesNoMetadata() {
    Saga before = aSaga().inState("created").withMetadata("{\"a\": 1}").build();

    Transitioned step = (Transitioned) machine.decide(before, event("paid", JsonValue.NULL), NOW);

    assertThat(step.saga().metadata()).isEqualTo(before.metadata());
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "[{}]", "1", "\"text\"", "true", "false"})
  void payloadThatIsNoObjectIsRefused(String payload) {
    Saga before = aSaga().inState("created").build();

    Decision decision = machine.decide(before, event("paid", JsonText.parse(payload)), NOW);

    assertThat(decision)
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.saga()).isEqualTo(before);
              assertThat(refused.refusal().kind()).isEqualTo(Refusal.Kind.INVALID_PAYLOAD);
              assertThat(refused.refusal().violations()).hasSize(1);
            });
  }

  @Test
  void unexpectedEventIsIgnoredUnlessTheFlowRefusesIt() {
    Saga before = aSaga().inState("created").build();

    assertThat(machine.decide(before, event("other", "{}"), NOW)).isEqualTo(new Ignored(before));
    assertThat(refusal(strict, before, "other").kind()).isEqualTo(Refusal.Kind.UNEXPECTED_EVENT);
    assertThat(refusal(strict, before, "other").detail())
        .isEqualTo(
            "The saga saga-1 is in the state \"created\" and does not expect the event \"other\";"
                + " it expects one of again, paid.");
  }

  @Test
  void finalStateExpectsNothing() {
    Saga done = aSaga().inState("done").isFinal().build();

    assertThat(machine.decide(done, event("paid", "{}"), NOW)).isEqualTo(new Ignored(done));
    assertThat(refusal(strict, done, "paid").detail()).endsWith("it expects no event any more.");
  }

  @Test
  void stateThatTheFlowNoLongerHasIsRefusedAndNamed() {
    Saga lost = aSaga().inState("gone").build();

    assertThat(refusal(machine, lost, "paid").kind()).isEqualTo(Refusal.Kind.UNKNOWN_STATE);
    assertThat(refusal(machine, lost, "paid").detail()).contains("\"gone\"", "\"order\"", "v1");
  }

  @Test
  void timesOfASagaNeverGoBackwards() {
    Instant later = NOW.plusSeconds(3600);
    Saga before = aSaga().inState("created").updatedAt(later).build();

    Transitioned step = (Transitioned) machine.decide(before, event("paid", "{}"), NOW);

    assertThat(step.saga().updatedAt()).isEqualTo(later);
    assertThat(step.entry().at()).isEqualTo(later);
  }

  @Test
  void movedSagaBelongsToTheVersionThatMovedIt() {
    StateMachine newer = flow.inVersion("v2").build().machine();

    Transitioned step =
        (Transitioned) newer.decide(aSaga().inState("created").build(), event("paid", "{}"), NOW);

    assertThat(step.saga().flowVersion()).hasToString("v2");
  }

  private Decision decide(String label, String payload) {
    return machine.decide(aSaga().inState("created").build(), event(label, payload), NOW);
  }

  private static Refusal refusal(StateMachine machine, Saga saga, String label) {
    return ((Refused) machine.decide(saga, event(label, "{}"), NOW)).refusal();
  }

  private static Event event(String label, String payload) {
    return event(label, JsonTexts.object(payload));
  }

  private static Event event(String label, JsonValue payload) {
    return new Event(new SagaId("saga-1"), label, payload, Optional.empty());
  }

  private static NewSaga newSaga() {
    return new NewSaga(
        new SagaId("saga-1"), new FlowName("order"), "order-1", JsonTexts.object("{\"a\": 1}"));
  }
}
