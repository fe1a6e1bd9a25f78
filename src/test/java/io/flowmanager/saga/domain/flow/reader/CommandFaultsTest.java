// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow.reader;

import static io.flowmanager.saga.domain.flow.reader.FlowReadings.assertRefused;

import io.flowmanager.testing.FlowDocuments;
import org.junit.jupiter.api.Test;

class CommandFaultsTest {

  private static final String COMMAND = "/machineDefinition/states/0/outputCommand";

  @Test
  void commandThatIsAStringIsAFault() {
    FlowDocuments flow = FlowDocuments.small().with(COMMAND, "\"pay\"");

    assertRefused(flow, COMMAND, "must be an object, not a string");
  }

  @Test
  void commandWithoutChannelIsAFault() {
    FlowDocuments flow = FlowDocuments.small().without(COMMAND + "/channel");

    assertRefused(flow, COMMAND, "needs the member \"channel\"");
  }

  @Test
  void commandWithoutLabelIsAFault() {
    FlowDocuments flow = FlowDocuments.small().without(COMMAND + "/label");

    assertRefused(flow, COMMAND, "needs the member \"label\"");
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
    FlowDocuments flow = FlowDocuments.small().with(COMMAND + "/retry", "3");

    assertRefused(flow, COMMAND + "/retry", "must be an object, not a number");
  }

  @Test
  void onFailureThatIsAStringIsAFault() {
    FlowDocuments flow = FlowDocuments.small().with(COMMAND + "/onFailure", "\"failed\"");

    assertRefused(flow, COMMAND + "/onFailure", "must be an object, not a string");
  }
}
