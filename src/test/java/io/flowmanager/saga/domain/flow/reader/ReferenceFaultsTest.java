// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow.reader;

import static io.flowmanager.saga.domain.flow.reader.FlowReadings.assertRefused;
import static io.flowmanager.saga.domain.flow.reader.FlowReadings.assertRefusedDespiteSchema;

import io.flowmanager.testing.FlowDocuments;
import org.junit.jupiter.api.Test;

class ReferenceFaultsTest {

  private static final String COMMAND = "/machineDefinition/states/0/outputCommand";
  private static final String TRANSITION = "/machineDefinition/states/0/outgoingTransitions/0";
  private static final String STATE = "/machineDefinition/states/0";

  @Test
  void longListOfKnownIdsIsCut() {
    FlowDocuments flow = FlowDocuments.small();
    for (int i = 0; i < 10; i++) {
      flow =
          flow.with(
              "/machineDefinition/businessStates/-",
              "{\"id\": " + (i + 10) + ", \"description\": \"\"}");
    }

    assertRefusedDespiteSchema(
        flow.with(STATE + "/businessStateId", "99"),
        STATE + "/businessStateId",
        "refers to the business state 99, which businessStates does not have;"
            + " known business states: 1, \"1\", 10, 11, 12, 13, 14, 15 and 4 more");
  }

  @Test
  void referencesIntoASectionThatCannotBeReadAreNotCounted() {
    assertRefused(
        FlowDocuments.small().with("/communicationProtocols", "{}"),
        "/communicationProtocols",
        "must be a list, not an object");
  }

  @Test
  void unknownInitialStateIsAFault() {
    FlowDocuments flow = FlowDocuments.small().with("/machineDefinition/initialState", "\"begin\"");

    assertRefusedDespiteSchema(
        flow,
        "/machineDefinition/initialState",
        "refers to the state \"begin\", which states does not have; known states: \"created\", \"done\"");
  }

  @Test
  void unknownTargetStateIsAFault() {
    FlowDocuments flow = FlowDocuments.small().with(TRANSITION + "/targetState", "\"nowhere\"");

    assertRefusedDespiteSchema(
        flow,
        TRANSITION + "/targetState",
        "refers to the state \"nowhere\", which states does not have; known states: \"created\", \"done\"");
  }

  @Test
  void nearlyKnownTargetStateIsAFaultWithAdvice() {
    FlowDocuments flow = FlowDocuments.small().with(TRANSITION + "/targetState", "\"dnoe\"");

    assertRefusedDespiteSchema(
        flow,
        TRANSITION + "/targetState",
        "refers to the state \"dnoe\", which states does not have; did you mean \"done\"?");
  }

  @Test
  void unknownChannelOfACommandIsAFault() {
    FlowDocuments flow = FlowDocuments.small().with(COMMAND + "/channel", "\"kafka-1\"");

    assertRefusedDespiteSchema(
        flow,
        COMMAND + "/channel",
        "refers to the channel \"kafka-1\", which communicationProtocols does not have; known channels: \"payments\"");
  }

  @Test
  void unknownChannelOfASideEffectIsAFault() {
    FlowDocuments flow =
        FlowDocuments.small()
            .with(STATE + "/sideEffects", "[{\"channel\": \"payment\", \"label\": \"tell\"}]");

    assertRefusedDespiteSchema(
        flow,
        STATE + "/sideEffects/0/channel",
        "refers to the channel \"payment\", which communicationProtocols does not have; did you mean \"payments\"?");
  }

  @Test
  void channelWithoutAnyChannelsIsAFault() {
    FlowDocuments flow = FlowDocuments.small().with("/communicationProtocols", "[]");

    assertRefusedDespiteSchema(
        flow,
        COMMAND + "/channel",
        "refers to the channel \"payments\", which communicationProtocols does not have; known channels: none");
  }

  @Test
  void unknownBusinessStateIsAFault() {
    FlowDocuments flow = FlowDocuments.small().with(STATE + "/businessStateId", "\"open\"");

    assertRefusedDespiteSchema(
        flow,
        STATE + "/businessStateId",
        "refers to the business state \"open\", which businessStates does not have; known business states: 1, \"1\"");
  }

  @Test
  void numberDoesNotReferToAStringOfDigits() {
    FlowDocuments flow = FlowDocuments.small().without("/machineDefinition/businessStates/0");

    assertRefusedDespiteSchema(
        flow,
        STATE + "/businessStateId",
        "refers to the business state 1, which businessStates does not have; did you mean \"1\"?");
  }

  @Test
  void unknownBusinessEventIsAFault() {
    FlowDocuments flow =
        FlowDocuments.complete().with(TRANSITION + "/businessEventId", "\"paymnet\"");

    assertRefusedDespiteSchema(
        flow,
        TRANSITION + "/businessEventId",
        "refers to the business event \"paymnet\", which businessEvents does not have; did you mean \"payment\"?");
  }

  @Test
  void businessEventWithoutAnyBusinessEventsIsAFault() {
    FlowDocuments flow = FlowDocuments.small().with(TRANSITION + "/businessEventId", "7");

    assertRefusedDespiteSchema(
        flow,
        TRANSITION + "/businessEventId",
        "refers to the business event 7, which businessEvents does not have; known business events: none");
  }

  @Test
  void duplicateStateIdIsAFault() {
    FlowDocuments flow =
        FlowDocuments.small()
            .with(
                "/machineDefinition/states/-",
                "{\"id\": \"done\", \"isFinal\": true, \"businessStateId\": 1}");

    assertRefusedDespiteSchema(
        flow,
        "/machineDefinition/states/2/id",
        "repeats the id \"done\" of /machineDefinition/states/1/id; every state needs its own");
  }

  @Test
  void duplicateBusinessStateIdIsAFault() {
    FlowDocuments flow =
        FlowDocuments.small()
            .with(
                "/machineDefinition/businessStates/-", "{\"id\": 1.0, \"description\": \"Again\"}");

    assertRefusedDespiteSchema(
        flow,
        "/machineDefinition/businessStates/2/id",
        "repeats the id 1 of /machineDefinition/businessStates/0/id; every business state needs its own");
  }

  @Test
  void duplicateBusinessEventIdIsAFault() {
    FlowDocuments flow =
        FlowDocuments.complete()
            .with(
                "/machineDefinition/businessEvents/-",
                "{\"id\": \"payment\", \"description\": \"Again\"}");

    assertRefusedDespiteSchema(
        flow,
        "/machineDefinition/businessEvents/1/id",
        "repeats the id \"payment\" of /machineDefinition/businessEvents/0/id; every business event needs its own");
  }

  @Test
  void commandToAKafkaChannelThatOnlyReceivesIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().with(COMMAND + "/channel", "\"inbox\"");

    assertRefusedDespiteSchema(
        flow,
        COMMAND + "/channel",
        "sends a command to the channel \"inbox\", which only receives; give that channel output topics"
            + " or queues, or name another one");
  }

  @Test
  void commandToAJmsChannelThatOnlyReceivesIsAFault() {
    FlowDocuments flow =
        FlowDocuments.complete()
            .without("/communicationProtocols/2/configurations/outputQueues")
            .with("/communicationProtocols/2/configurations/outputTopics", "[]");

    assertRefusedDespiteSchema(
        flow,
        STATE + "/sideEffects/1/channel",
        "sends a command to the channel \"jms-1\", which only receives; give that channel output topics"
            + " or queues, or name another one");
  }
}
