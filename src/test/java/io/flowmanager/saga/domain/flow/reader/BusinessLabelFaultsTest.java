// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow.reader;

import static io.flowmanager.saga.domain.flow.reader.FlowReadings.assertRefused;
import static io.flowmanager.saga.domain.flow.reader.FlowReadings.assertRefusedDespiteSchema;

import io.flowmanager.testing.FlowDocuments;
import org.junit.jupiter.api.Test;

class BusinessLabelFaultsTest {

  private static final String BUSINESS_STATES = "/machineDefinition/businessStates";

  @Test
  void businessStatesThatAreNoListAreAFault() {
    FlowDocuments flow = FlowDocuments.small().with(BUSINESS_STATES, "{}");

    assertRefused(flow, BUSINESS_STATES, "must be a list, not an object");
  }

  @Test
  void businessEventsThatAreNoListAreAFault() {
    FlowDocuments flow = FlowDocuments.small().with("/machineDefinition/businessEvents", "1");

    assertRefused(flow, "/machineDefinition/businessEvents", "must be a list, not a number");
  }

  @Test
  void businessStateWithoutIdIsAFault() {
    FlowDocuments flow =
        FlowDocuments.small().with(BUSINESS_STATES + "/-", "{\"description\": \"a\"}");

    assertRefused(flow, BUSINESS_STATES + "/2", "needs the member \"id\"");
  }

  @Test
  void businessStateIdOfTooManyDigitsIsAFault() {
    FlowDocuments flow =
        FlowDocuments.small()
            .with(BUSINESS_STATES + "/-", "{\"id\": 1e256, \"description\": \"a\"}");

    assertRefusedDespiteSchema(
        flow, BUSINESS_STATES + "/2/id", "must be a number of at most 255 digits");
  }

  @Test
  void businessStateDescriptionThatIsANumberIsAFault() {
    FlowDocuments flow = FlowDocuments.small().with(BUSINESS_STATES + "/1/description", "1");

    assertRefused(flow, BUSINESS_STATES + "/1/description", "must be a string, not a number");
  }

  @Test
  void businessEventWithoutIdIsAFault() {
    FlowDocuments flow =
        FlowDocuments.small()
            .with("/machineDefinition/businessEvents", "[{\"description\": \"a\"}]");

    assertRefused(flow, "/machineDefinition/businessEvents/0", "needs the member \"id\"");
  }
}
