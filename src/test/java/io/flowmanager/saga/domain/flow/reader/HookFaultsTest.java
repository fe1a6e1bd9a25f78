// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow.reader;

import static io.flowmanager.saga.domain.flow.reader.FlowReadings.accepted;
import static io.flowmanager.saga.domain.flow.reader.FlowReadings.assertRefused;
import static io.flowmanager.saga.domain.flow.reader.FlowReadings.assertRefusedDespiteSchema;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.saga.domain.flow.MachineDefinition;
import io.flowmanager.testing.FlowDocuments;
import org.junit.jupiter.api.Test;

class HookFaultsTest {

  private static final String HOOK = "/machineDefinition/states/0/outputCommand/hook";

  @Test
  void base64MayHaveLineBreaksAndTheUrlAlphabet() {
    FlowDocuments flow = FlowDocuments.complete().with(HOOK + "/content", "\"Pj4-\\nPz8_\"");

    MachineDefinition.State state = accepted(flow).machine().states().get(0);

    assertThat(state.outputCommand().orElseThrow().hook().orElseThrow().source())
        .isEqualTo(">>>???");
  }

  @Test
  void hookThatIsAStringIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().with(HOOK, "\"export default 1\"");

    assertRefused(flow, HOOK, "must be an object, not a string");
  }

  @Test
  void hookWithoutTypeIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().without(HOOK + "/type");

    assertRefused(flow, HOOK, "needs the member \"type\"");
  }

  @Test
  void hookOfAnUnknownTypeIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().with(HOOK + "/type", "\"url\"");

    assertRefused(flow, HOOK + "/type", "must be file, not \"url\"");
  }

  @Test
  void hookWithAnUnknownEncodingIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().with(HOOK + "/encoding", "\"hex\"");

    assertRefused(flow, HOOK + "/encoding", "must be one of plain, base64, not \"hex\"");
  }

  @Test
  void hookWithoutContentIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().without(HOOK + "/content");

    assertRefused(flow, HOOK, "needs the member \"content\"");
  }

  @Test
  void emptyHookIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().with(HOOK + "/content", "\"\"");

    assertRefused(flow, HOOK + "/content", "must not be empty");
  }

  @Test
  void hookThatIsNotBase64IsAFault() {
    FlowDocuments flow = FlowDocuments.complete().with(HOOK + "/content", "\"export default 1;\"");

    assertRefused(
        flow,
        HOOK + "/content",
        "is not base64; encode the source again or set \"encoding\" to \"plain\"");
  }

  @Test
  void hookWithBrokenBase64IsAFault() {
    FlowDocuments flow = FlowDocuments.complete().with(HOOK + "/content", "\"YQ=Q\"");

    assertRefusedDespiteSchema(
        flow,
        HOOK + "/content",
        "is not base64; encode the source again or set \"encoding\" to \"plain\"");
  }

  @Test
  void hookThatDecodesToNoTextIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().with(HOOK + "/content", "\"//8=\"");

    assertRefusedDespiteSchema(
        flow,
        HOOK + "/content",
        "does not decode to UTF-8 text; encode the source as UTF-8 before base64");
  }
}
