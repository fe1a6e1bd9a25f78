// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain;

import static io.flowmanager.testing.FlowBuilder.aFlow;
import static io.flowmanager.testing.SagaBuilder.aSaga;
import static io.flowmanager.testing.StateBuilder.aState;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.saga.domain.Decision.Refused;
import io.flowmanager.saga.domain.Decision.Transitioned;
import io.flowmanager.saga.domain.Refusal.Violation;
import io.flowmanager.saga.domain.flow.MachineDefinition;
import io.flowmanager.testing.JsonTexts;
import io.flowmanager.testing.SettableClock;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MachineRulesTest {

  private static final MachineDefinition DEFINITION =
      aFlow()
          .with(aState("created").on("paid", "done").on("again", "created"))
          .with(aState("done").isFinal())
          .machine();
  private static final MetadataMerge FIRST_LEVEL = new FirstLevelMerge(JsonText.builders());

  private final Saga saga = aSaga().inState("created").build();

  private static StateMachine machine(MetadataMerge merge, PayloadCheck ofPaid) {
    var paid = DEFINITION.states().get(0).outgoingTransitions().get(0);
    return new StateMachine(
        new FlowVersion("v1"), DEFINITION, new MachineRules(merge, Map.of(paid, ofPaid), false));
  }

  private Decision decide(StateMachine machine, String label, JsonValue payload) {
    var event = new Event(saga.id(), label, payload, Optional.empty());
    return machine.decide(saga, event, SettableClock.START);
  }

  @Test
  void payloadThatBreaksItsSchemaIsRefusedWithEveryViolation() {
    var violations = List.of(new Violation("/a", "is bad"), new Violation("/b", "is worse"));

    Decision decision =
        decide(machine(FIRST_LEVEL, payload -> violations), "paid", JsonTexts.object("{}"));

    Refusal refusal = ((Refused) decision).refusal();
    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID_PAYLOAD);
    assertThat(refusal.violations()).isEqualTo(violations);
    assertThat(refusal.detail()).contains("\"paid\"").contains("2 places");
  }

  @Test
  void nullIsCheckedLikeAnyPayload() {
    PayloadCheck noNull =
        payload -> payload == JsonValue.NULL ? List.of(new Violation("", "is null")) : List.of();

    assertThat(decide(machine(FIRST_LEVEL, noNull), "paid", JsonValue.NULL))
        .isInstanceOf(Refused.class);
  }

  @Test
  void schemaOfOneTransitionSaysNothingOfAnother() {
    StateMachine machine = machine(FIRST_LEVEL, payload -> List.of(new Violation("", "never")));

    assertThat(decide(machine, "again", JsonTexts.object("{}"))).isInstanceOf(Transitioned.class);
  }

  @Test
  void mergeThatFailsRefusesTheEventAndMayPassOnceTheFlowIsMended() {
    MetadataMerge failing =
        (metadata, payload) -> {
          throw new MergeFailedException("/settings/deepMergeMetadata/hook", "It threw.", null);
        };

    Decision decision =
        decide(machine(failing, payload -> List.of()), "paid", JsonTexts.object("{\"a\": 1}"));

    Refusal refusal = ((Refused) decision).refusal();
    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.MERGE_FAILED);
    assertThat(refusal.kind().mayPass()).isTrue();
    assertThat(refusal.detail()).contains("/settings/deepMergeMetadata/hook");
    assertThat(((Refused) decision).saga()).isEqualTo(saga);
  }

  @Test
  void payloadsOfFaultyEventsAreLastingRefusals() {
    assertThat(Refusal.Kind.INVALID_PAYLOAD.mayPass()).isFalse();
    assertThat(Refusal.Kind.UNEXPECTED_EVENT.mayPass()).isFalse();
  }
}
