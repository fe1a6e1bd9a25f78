// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow.reader;

import static io.flowmanager.saga.domain.flow.reader.FlowReadings.assertRefused;

import io.flowmanager.testing.FlowDocuments;
import org.junit.jupiter.api.Test;

class MachineFaultsTest {

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

    assertRefused(
        flow, "/machineDefinition/states", "must have at least one state, the initial one");
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
  void idWithTheNullCharacterIsAFault() {
    FlowDocuments flow =
        FlowDocuments.small().with("/machineDefinition/creationEvent", "\"a\\u0000\"");

    assertRefused(
        flow,
        "/machineDefinition/creationEvent",
        "must not contain the character U+0000, which databases refuse");
  }
}
