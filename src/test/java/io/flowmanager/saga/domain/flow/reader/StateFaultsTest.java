// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow.reader;

import static io.flowmanager.saga.domain.flow.reader.FlowReadings.accepted;
import static io.flowmanager.saga.domain.flow.reader.FlowReadings.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.saga.domain.flow.BusinessId;
import io.flowmanager.saga.domain.flow.Hook;
import io.flowmanager.saga.domain.flow.MachineDefinition;
import io.flowmanager.testing.FlowDocuments;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StateFaultsTest {

  private static final String STATE = "/machineDefinition/states/0";

  @Test
  void stateIsReadWhole() {
    MachineDefinition.State state = accepted(FlowDocuments.complete()).machine().states().get(0);

    assertThat(state.description()).contains("Waits for the payment");
    assertThat(state.businessStateId()).isEqualTo(new BusinessId("1"));
    assertThat(state.outputCommand())
        .contains(
            new MachineDefinition.OutputCommand(
                "kafka-1",
                "pay",
                Optional.of(new Hook(STATE + "/outputCommand/hook", "export default x => x;"))));
    assertThat(state.sideEffects())
        .containsExactly(
            new MachineDefinition.OutputCommand("rest-1", "reserve", Optional.empty()),
            new MachineDefinition.OutputCommand("jms-1", "tell", Optional.empty()));
    assertThat(state.timeout())
        .contains(new MachineDefinition.Timeout(Duration.ofMinutes(15), "notPaid"));
  }

  @Test
  void stateThatIsNoObjectIsAFault() {
    FlowDocuments flow = FlowDocuments.small().with("/machineDefinition/states/-", "\"end\"");

    assertRefused(flow, "/machineDefinition/states/2", "must be an object, not a string");
  }

  @Test
  void stateWithoutIdIsAFault() {
    FlowDocuments flow =
        FlowDocuments.small()
            .with("/machineDefinition/states/-", "{\"isFinal\": true, \"businessStateId\": 1}");

    assertRefused(flow, "/machineDefinition/states/2", "needs the member \"id\"");
  }

  @Test
  void stateIdThatIsANumberIsAFault() {
    FlowDocuments flow =
        FlowDocuments.small()
            .with(
                "/machineDefinition/states/-",
                "{\"id\": 1, \"isFinal\": true, \"businessStateId\": 1}");

    assertRefused(flow, "/machineDefinition/states/2/id", "must be a string, not a number");
  }

  @Test
  void stateIdThatIsTooLongIsAFault() {
    String state =
        "{\"id\": \"" + "x".repeat(256) + "\", \"isFinal\": true, \"businessStateId\": 1}";
    FlowDocuments flow = FlowDocuments.small().with("/machineDefinition/states/-", state);

    assertRefused(
        flow, "/machineDefinition/states/2/id", "has 256 characters; at most 255 are allowed");
  }

  @Test
  void stateWithoutIsFinalIsAFault() {
    FlowDocuments flow = FlowDocuments.small().without(STATE + "/isFinal");

    assertRefused(flow, STATE, "needs the member \"isFinal\"");
  }

  @Test
  void isFinalThatIsAStringIsAFault() {
    FlowDocuments flow = FlowDocuments.small().with(STATE + "/isFinal", "\"false\"");

    assertRefused(flow, STATE + "/isFinal", "must be true or false, not a string");
  }

  @Test
  void stateWithoutBusinessStateIdIsAFault() {
    FlowDocuments flow = FlowDocuments.small().without(STATE + "/businessStateId");

    assertRefused(flow, STATE, "needs the member \"businessStateId\"");
  }

  @Test
  void businessStateIdThatIsABooleanIsAFault() {
    FlowDocuments flow = FlowDocuments.small().with(STATE + "/businessStateId", "true");

    assertRefused(flow, STATE + "/businessStateId", "must be a string or a number, not true");
  }

  @Test
  void stateDescriptionThatIsNoStringIsAFault() {
    FlowDocuments flow = FlowDocuments.small().with(STATE + "/description", "1");

    assertRefused(flow, STATE + "/description", "must be a string, not a number");
  }

  @Test
  void sideEffectsThatAreAnObjectAreAFault() {
    FlowDocuments flow = FlowDocuments.small().with(STATE + "/sideEffects", "{}");

    assertRefused(flow, STATE + "/sideEffects", "must be a list, not an object");
  }

  @Test
  void transitionsThatAreAnObjectAreAFault() {
    FlowDocuments flow = FlowDocuments.small().with(STATE + "/outgoingTransitions", "{}");

    assertRefused(flow, STATE + "/outgoingTransitions", "must be a list, not an object");
  }
}
