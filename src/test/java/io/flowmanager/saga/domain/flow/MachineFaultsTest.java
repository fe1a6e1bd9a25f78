// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow;

import static io.flowmanager.saga.domain.flow.FlowReadings.accepted;
import static io.flowmanager.saga.domain.flow.FlowReadings.assertRefused;
import static io.flowmanager.saga.domain.flow.FlowReadings.assertRefusedDespiteSchema;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.testing.FlowDocuments;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MachineFaultsTest {

  private static final String STATE = "/machineDefinition/states/0";

  @Test
  void stateIsReadWhole() {
    MachineDefinition.State state = accepted(FlowDocuments.complete()).machine().states().get(0);

    assertThat(state.description()).contains("Waits for the payment");
    assertThat(state.businessStateId()).isEqualTo(new BusinessId("1"));
    assertThat(state.outputCommand())
        .contains(
            new MachineDefinition.OutputCommand(
                "kafka-1", "pay", Optional.of(new Hook(STATE + "/outputCommand/hook", "export default x => x;"))));
    assertThat(state.sideEffects())
        .containsExactly(
            new MachineDefinition.OutputCommand("rest-1", "reserve", Optional.empty()),
            new MachineDefinition.OutputCommand("jms-1", "tell", Optional.empty()));
    assertThat(state.timeout()).contains(new MachineDefinition.Timeout(Duration.ofMinutes(15), "notPaid"));
  }

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
            new MachineDefinition.Transition("notPaid", "failed", Optional.empty(), Optional.empty()));
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
    String pointer = STATE + "/outgoingTransitions/0";
    FlowDocuments flow = FlowDocuments.small().with(pointer + "/payloadValidationSchema", schema);
    MachineDefinition.State state = accepted(flow).machine().states().get(0);
    return state.outgoingTransitions().get(0).payloadValidationSchema();
  }

  @Test
  void machineThatIsNoObjectIsAFault() {
    FlowDocuments flow = FlowDocuments.small().with("/machineDefinition", "[]");

    assertRefused(flow, "/machineDefinition", "must be an object, not a list");
  }

  @Test
  void machineWithoutInitialStateIsAFault() {
    FlowDocuments flow = FlowDocuments.small().without("/machineDefinition/initialState");

    assertRefused(flow, "/machineDefinition", "needs the member \"initialState\"");
  }

  @Test
  void machineWithoutCreationEventIsAFault() {
    FlowDocuments flow = FlowDocuments.small().without("/machineDefinition/creationEvent");

    assertRefused(flow, "/machineDefinition", "needs the member \"creationEvent\"");
  }

  @Test
  void emptyCreationEventIsAFault() {
    FlowDocuments flow = FlowDocuments.small().with("/machineDefinition/creationEvent", "\"\"");

    assertRefused(flow, "/machineDefinition/creationEvent", "must not be empty");
  }

  @Test
  void machineWithoutStatesIsAFault() {
    FlowDocuments flow = FlowDocuments.small().without("/machineDefinition/states");

    assertRefused(flow, "/machineDefinition", "needs the member \"states\"");
  }

  @Test
  void emptyStatesAreAFault() {
    FlowDocuments flow = FlowDocuments.small().with("/machineDefinition/states", "[]");

    assertRefused(flow, "/machineDefinition/states", "must have at least one state, the initial one");
  }

  @Test
  void statesThatAreNoListAreAFault() {
    FlowDocuments flow = FlowDocuments.small().with("/machineDefinition/states", "{}");

    assertRefused(flow, "/machineDefinition/states", "must be a list, not an object");
  }

  @Test
  void machineWithoutBusinessStatesIsAFault() {
    FlowDocuments flow = FlowDocuments.small().without("/machineDefinition/businessStates");

    assertRefused(flow, "/machineDefinition", "needs the member \"businessStates\"");
  }

  @Test
  void businessStatesThatAreNoListAreAFault() {
    FlowDocuments flow = FlowDocuments.small().with("/machineDefinition/businessStates", "{}");

    assertRefused(flow, "/machineDefinition/businessStates", "must be a list, not an object");
  }

  @Test
  void businessEventsThatAreNoListAreAFault() {
    FlowDocuments flow = FlowDocuments.small().with("/machineDefinition/businessEvents", "1");

    assertRefused(flow, "/machineDefinition/businessEvents", "must be a list, not a number");
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
            .with("/machineDefinition/states/-", "{\"id\": 1, \"isFinal\": true, \"businessStateId\": 1}");

    assertRefused(flow, "/machineDefinition/states/2/id", "must be a string, not a number");
  }

  @Test
  void stateIdThatIsTooLongIsAFault() {
    FlowDocuments flow =
        FlowDocuments.small()
            .with("/machineDefinition/states/-", "{\"id\": \"" + "x".repeat(256) + "\", \"isFinal\": true, \"businessStateId\": 1}");

    assertRefused(flow, "/machineDefinition/states/2/id", "has 256 characters; at most 255 are allowed");
  }

  @Test
  void idWithTheNullCharacterIsAFault() {
    FlowDocuments flow = FlowDocuments.small().with("/machineDefinition/creationEvent", "\"a\\u0000\"");

    assertRefused(
        flow,
        "/machineDefinition/creationEvent",
        "must not contain the character U+0000, which databases refuse");
  }

  @Test
  void stateWithoutIsFinalIsAFault() {
    FlowDocuments flow = FlowDocuments.small().without("/machineDefinition/states/0/isFinal");

    assertRefused(flow, "/machineDefinition/states/0", "needs the member \"isFinal\"");
  }

  @Test
  void isFinalThatIsAStringIsAFault() {
    FlowDocuments flow = FlowDocuments.small().with("/machineDefinition/states/0/isFinal", "\"false\"");

    assertRefused(flow, "/machineDefinition/states/0/isFinal", "must be true or false, not a string");
  }

  @Test
  void stateWithoutBusinessStateIdIsAFault() {
    FlowDocuments flow = FlowDocuments.small().without("/machineDefinition/states/0/businessStateId");

    assertRefused(flow, "/machineDefinition/states/0", "needs the member \"businessStateId\"");
  }

  @Test
  void businessStateIdThatIsABooleanIsAFault() {
    FlowDocuments flow = FlowDocuments.small().with("/machineDefinition/states/0/businessStateId", "true");

    assertRefused(flow, "/machineDefinition/states/0/businessStateId", "must be a string or a number, not true");
  }

  @Test
  void stateDescriptionThatIsNoStringIsAFault() {
    FlowDocuments flow = FlowDocuments.small().with("/machineDefinition/states/0/description", "1");

    assertRefused(flow, "/machineDefinition/states/0/description", "must be a string, not a number");
  }

  @Test
  void sideEffectsThatAreAnObjectAreAFault() {
    FlowDocuments flow = FlowDocuments.small().with("/machineDefinition/states/0/sideEffects", "{}");

    assertRefused(flow, "/machineDefinition/states/0/sideEffects", "must be a list, not an object");
  }

  @Test
  void transitionsThatAreAnObjectAreAFault() {
    FlowDocuments flow = FlowDocuments.small().with("/machineDefinition/states/0/outgoingTransitions", "{}");

    assertRefused(flow, "/machineDefinition/states/0/outgoingTransitions", "must be a list, not an object");
  }

  @Test
  void commandThatIsAStringIsAFault() {
    FlowDocuments flow = FlowDocuments.small().with("/machineDefinition/states/0/outputCommand", "\"pay\"");

    assertRefused(flow, "/machineDefinition/states/0/outputCommand", "must be an object, not a string");
  }

  @Test
  void commandWithoutChannelIsAFault() {
    FlowDocuments flow = FlowDocuments.small().without("/machineDefinition/states/0/outputCommand/channel");

    assertRefused(flow, "/machineDefinition/states/0/outputCommand", "needs the member \"channel\"");
  }

  @Test
  void commandWithoutLabelIsAFault() {
    FlowDocuments flow = FlowDocuments.small().without("/machineDefinition/states/0/outputCommand/label");

    assertRefused(flow, "/machineDefinition/states/0/outputCommand", "needs the member \"label\"");
  }

  @Test
  void sideEffectWithoutLabelIsAFault() {
    FlowDocuments flow =
        FlowDocuments.small()
            .with("/machineDefinition/states/0/sideEffects", "[{\"channel\": \"payments\"}]");

    assertRefused(flow, "/machineDefinition/states/0/sideEffects/0", "needs the member \"label\"");
  }

  @Test
  void retryThatIsANumberIsAFault() {
    FlowDocuments flow = FlowDocuments.small().with("/machineDefinition/states/0/outputCommand/retry", "3");

    assertRefused(flow, "/machineDefinition/states/0/outputCommand/retry", "must be an object, not a number");
  }

  @Test
  void onFailureThatIsAStringIsAFault() {
    FlowDocuments flow =
        FlowDocuments.small()
            .with("/machineDefinition/states/0/outputCommand/onFailure", "\"failed\"");

    assertRefused(flow, "/machineDefinition/states/0/outputCommand/onFailure", "must be an object, not a string");
  }

  @Test
  void transitionWithoutInputEventIsAFault() {
    FlowDocuments flow = FlowDocuments.small().without("/machineDefinition/states/0/outgoingTransitions/0/inputEvent");

    assertRefused(flow, "/machineDefinition/states/0/outgoingTransitions/0", "needs the member \"inputEvent\"");
  }

  @Test
  void transitionWithoutTargetStateIsAFault() {
    FlowDocuments flow = FlowDocuments.small().without("/machineDefinition/states/0/outgoingTransitions/0/targetState");

    assertRefused(flow, "/machineDefinition/states/0/outgoingTransitions/0", "needs the member \"targetState\"");
  }

  @Test
  void businessEventIdThatIsAnObjectIsAFault() {
    FlowDocuments flow =
        FlowDocuments.small()
            .with("/machineDefinition/states/0/outgoingTransitions/0/businessEventId", "{}");

    assertRefused(
        flow,
        "/machineDefinition/states/0/outgoingTransitions/0/businessEventId",
        "must be a string or a number, not an object");
  }

  @Test
  void payloadSchemaThatIsAStringIsAFault() {
    FlowDocuments flow =
        FlowDocuments.small()
            .with("/machineDefinition/states/0/outgoingTransitions/0/payloadValidationSchema", "\"object\"");

    assertRefused(
        flow,
        "/machineDefinition/states/0/outgoingTransitions/0/payloadValidationSchema",
        "must be a JSON Schema, which is an object, true or false, not a string");
  }

  @Test
  void businessStateWithoutIdIsAFault() {
    FlowDocuments flow = FlowDocuments.small().with("/machineDefinition/businessStates/-", "{\"description\": \"a\"}");

    assertRefused(flow, "/machineDefinition/businessStates/2", "needs the member \"id\"");
  }

  @Test
  void businessStateIdOfTooManyDigitsIsAFault() {
    FlowDocuments flow =
        FlowDocuments.small()
            .with("/machineDefinition/businessStates/-", "{\"id\": 1e256, \"description\": \"a\"}");

    assertRefusedDespiteSchema(
        flow,
        "/machineDefinition/businessStates/2/id",
        "must be a number of at most 255 digits");
  }

  @Test
  void businessStateDescriptionThatIsANumberIsAFault() {
    FlowDocuments flow = FlowDocuments.small().with("/machineDefinition/businessStates/1/description", "1");

    assertRefused(flow, "/machineDefinition/businessStates/1/description", "must be a string, not a number");
  }

  @Test
  void businessEventWithoutIdIsAFault() {
    FlowDocuments flow = FlowDocuments.small().with("/machineDefinition/businessEvents", "[{\"description\": \"a\"}]");

    assertRefused(flow, "/machineDefinition/businessEvents/0", "needs the member \"id\"");
  }

  @Test
  void timeoutThatIsAStringIsAFault() {
    FlowDocuments flow = FlowDocuments.small().with("/machineDefinition/states/0/timeout", "\"PT1S\"");

    assertRefused(flow, "/machineDefinition/states/0/timeout", "must be an object, not a string");
  }

  @Test
  void timeoutWithoutAfterIsAFault() {
    FlowDocuments flow = FlowDocuments.small().with("/machineDefinition/states/0/timeout", "{\"event\": \"paid\"}");

    assertRefused(flow, "/machineDefinition/states/0/timeout", "needs the member \"after\"");
  }

  @Test
  void timeoutWithoutEventIsAFault() {
    FlowDocuments flow = FlowDocuments.small().with("/machineDefinition/states/0/timeout", "{\"after\": \"PT1S\"}");

    assertRefused(flow, "/machineDefinition/states/0/timeout", "needs the member \"event\"");
  }

  @Test
  void timeoutInAnotherNotationIsAFault() {
    FlowDocuments flow =
        FlowDocuments.small()
            .with("/machineDefinition/states/0/timeout", "{\"after\": \"30s\", \"event\": \"paid\"}");

    assertRefused(
        flow,
        "/machineDefinition/states/0/timeout/after",
        "must be an ISO-8601 duration of days, hours, minutes and seconds, above zero and at most"
            + " P36500D, such as PT30M");
  }

  @Test
  void timeoutOfNoTimeIsAFault() {
    FlowDocuments flow =
        FlowDocuments.small()
            .with("/machineDefinition/states/0/timeout", "{\"after\": \"PT0.0S\", \"event\": \"paid\"}");

    assertRefused(
        flow,
        "/machineDefinition/states/0/timeout/after",
        "must be an ISO-8601 duration of days, hours, minutes and seconds, above zero and at most"
            + " P36500D, such as PT30M");
  }

  @Test
  void negativeTimeoutIsAFault() {
    FlowDocuments flow =
        FlowDocuments.small()
            .with("/machineDefinition/states/0/timeout", "{\"after\": \"PT-1S\", \"event\": \"paid\"}");

    assertRefused(
        flow,
        "/machineDefinition/states/0/timeout/after",
        "must be an ISO-8601 duration of days, hours, minutes and seconds, above zero and at most"
            + " P36500D, such as PT30M");
  }

  @Test
  void timeoutOfMonthsIsAFault() {
    FlowDocuments flow =
        FlowDocuments.small()
            .with("/machineDefinition/states/0/timeout", "{\"after\": \"P1M\", \"event\": \"paid\"}");

    assertRefused(
        flow,
        "/machineDefinition/states/0/timeout/after",
        "must be an ISO-8601 duration of days, hours, minutes and seconds, above zero and at most"
            + " P36500D, such as PT30M");
  }

  @Test
  void timeoutOfMoreThanAHundredYearsIsAFault() {
    FlowDocuments flow =
        FlowDocuments.small()
            .with("/machineDefinition/states/0/timeout", "{\"after\": \"P36501D\", \"event\": \"paid\"}");

    assertRefusedDespiteSchema(
        flow,
        "/machineDefinition/states/0/timeout/after",
        "must be an ISO-8601 duration of days, hours, minutes and seconds, above zero and at most"
            + " P36500D, such as PT30M");
  }

  @Test
  void timeoutBeyondAllNumbersIsAFault() {
    FlowDocuments flow =
        FlowDocuments.small()
            .with("/machineDefinition/states/0/timeout", "{\"after\": \"P99999999999999999999D\", \"event\": \"paid\"}");

    assertRefusedDespiteSchema(
        flow,
        "/machineDefinition/states/0/timeout/after",
        "must be an ISO-8601 duration of days, hours, minutes and seconds, above zero and at most"
            + " P36500D, such as PT30M");
  }
}
