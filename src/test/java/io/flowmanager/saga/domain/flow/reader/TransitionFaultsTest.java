// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow.reader;

import static io.flowmanager.saga.domain.flow.reader.FlowReadings.accepted;
import static io.flowmanager.saga.domain.flow.reader.FlowReadings.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.saga.domain.flow.BusinessId;
import io.flowmanager.saga.domain.flow.MachineDefinition;
import io.flowmanager.testing.FlowDocuments;
import jakarta.json.JsonObject;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TransitionFaultsTest {

  private static final String TRANSITION = "/machineDefinition/states/0/outgoingTransitions/0";

  @Test
  void transitionIsReadWhole() {
    MachineDefinition.State state = accepted(FlowDocuments.complete()).machine().states().get(0);

    assertThat(state.outgoingTransitions())
        .containsExactly(
            new MachineDefinition.Transition(
                "paid",
                "done",
                Optional.of(new BusinessId("\"payment\"")),
                Optional.of(FlowDocuments.of("{\"type\": \"object\"}").json())),
            new MachineDefinition.Transition(
                "notPaid", "failed", Optional.empty(), Optional.empty()));
  }

  @Test
  void payloadSchemaTrueIsNoSchema() {
    assertThat(payloadSchema("true")).isEmpty();
  }

  @Test
  void payloadSchemaFalseAllowsNothing() {
    assertThat(payloadSchema("false")).contains(FlowDocuments.of("{\"not\": {}}").json());
  }

  private static Optional<JsonObject> payloadSchema(String schema) {
    FlowDocuments flow =
        FlowDocuments.small().with(TRANSITION + "/payloadValidationSchema", schema);
    MachineDefinition.State state = accepted(flow).machine().states().get(0);
    return state.outgoingTransitions().get(0).payloadValidationSchema();
  }

  @Test
  void transitionWithoutInputEventIsAFault() {
    FlowDocuments flow = FlowDocuments.small().without(TRANSITION + "/inputEvent");

    assertRefused(flow, TRANSITION, "needs the member \"inputEvent\"");
  }

  @Test
  void transitionWithoutTargetStateIsAFault() {
    FlowDocuments flow = FlowDocuments.small().without(TRANSITION + "/targetState");

    assertRefused(flow, TRANSITION, "needs the member \"targetState\"");
  }

  @Test
  void businessEventIdThatIsAnObjectIsAFault() {
    FlowDocuments flow = FlowDocuments.small().with(TRANSITION + "/businessEventId", "{}");

    assertRefused(
        flow, TRANSITION + "/businessEventId", "must be a string or a number, not an object");
  }

  @Test
  void payloadSchemaThatIsAStringIsAFault() {
    FlowDocuments flow =
        FlowDocuments.small().with(TRANSITION + "/payloadValidationSchema", "\"object\"");

    assertRefused(
        flow,
        TRANSITION + "/payloadValidationSchema",
        "must be a JSON Schema, which is an object, true or false, not a string");
  }
}
