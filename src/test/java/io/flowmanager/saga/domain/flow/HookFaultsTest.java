// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow;

import static io.flowmanager.saga.domain.flow.FlowReadings.accepted;
import static io.flowmanager.saga.domain.flow.FlowReadings.assertRefused;
import static io.flowmanager.saga.domain.flow.FlowReadings.assertRefusedDespiteSchema;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.testing.FlowDocuments;
import org.junit.jupiter.api.Test;

class HookFaultsTest {

  @Test
  void base64MayHaveLineBreaksAndTheUrlAlphabet() {
    FlowDocuments flow =
        FlowDocuments.complete().with("/machineDefinition/states/0/outputCommand/hook/content", "\"PT4\\n_\"");

    MachineDefinition.State state = accepted(flow).machine().states().get(0);

    assertThat(state.outputCommand().orElseThrow().hook().orElseThrow().source()).isEqualTo("=>?");
  }

  @Test
  void hookThatIsAStringIsAFault() {
    FlowDocuments flow =
        FlowDocuments.complete()
            .with("/machineDefinition/states/0/outputCommand/hook", "\"export default 1\"");

    assertRefused(flow, "/machineDefinition/states/0/outputCommand/hook", "must be an object, not a string");
  }

  @Test
  void hookWithoutTypeIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().without("/machineDefinition/states/0/outputCommand/hook/type");

    assertRefused(flow, "/machineDefinition/states/0/outputCommand/hook", "needs the member \"type\"");
  }

  @Test
  void hookOfAnUnknownTypeIsAFault() {
    FlowDocuments flow =
        FlowDocuments.complete()
            .with("/machineDefinition/states/0/outputCommand/hook/type", "\"url\"");

    assertRefused(flow, "/machineDefinition/states/0/outputCommand/hook/type", "must be file, not \"url\"");
  }

  @Test
  void hookWithAnUnknownEncodingIsAFault() {
    FlowDocuments flow =
        FlowDocuments.complete()
            .with("/machineDefinition/states/0/outputCommand/hook/encoding", "\"hex\"");

    assertRefused(
        flow,
        "/machineDefinition/states/0/outputCommand/hook/encoding",
        "must be one of plain, base64, not \"hex\"");
  }

  @Test
  void hookWithoutContentIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().without("/machineDefinition/states/0/outputCommand/hook/content");

    assertRefused(flow, "/machineDefinition/states/0/outputCommand/hook", "needs the member \"content\"");
  }

  @Test
  void emptyHookIsAFault() {
    FlowDocuments flow =
        FlowDocuments.complete()
            .with("/machineDefinition/states/0/outputCommand/hook/content", "\"\"");

    assertRefused(flow, "/machineDefinition/states/0/outputCommand/hook/content", "must not be empty");
  }

  @Test
  void hookThatIsNotBase64IsAFault() {
    FlowDocuments flow =
        FlowDocuments.complete()
            .with("/machineDefinition/states/0/outputCommand/hook/content", "\"export default 1;\"");

    assertRefused(
        flow,
        "/machineDefinition/states/0/outputCommand/hook/content",
        "is not base64; encode the source anew or set \"encoding\" to \"plain\"");
  }

  @Test
  void hookWithBrokenBase64IsAFault() {
    FlowDocuments flow =
        FlowDocuments.complete()
            .with("/machineDefinition/states/0/outputCommand/hook/content", "\"YQ=Q\"");

    assertRefusedDespiteSchema(
        flow,
        "/machineDefinition/states/0/outputCommand/hook/content",
        "is not base64; encode the source anew or set \"encoding\" to \"plain\"");
  }

  @Test
  void hookThatDecodesToNoTextIsAFault() {
    FlowDocuments flow =
        FlowDocuments.complete()
            .with("/machineDefinition/states/0/outputCommand/hook/content", "\"//8=\"");

    assertRefusedDespiteSchema(
        flow,
        "/machineDefinition/states/0/outputCommand/hook/content",
        "does not decode to UTF-8 text; encode the source as UTF-8 before base64");
  }
}
