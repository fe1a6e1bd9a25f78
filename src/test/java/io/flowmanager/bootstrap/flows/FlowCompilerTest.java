// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.flows;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.saga.application.flow.CommandHooks;
import io.flowmanager.saga.application.flow.FlowCompiler;
import io.flowmanager.saga.domain.MachineRules;
import io.flowmanager.saga.domain.flow.FlowDefinition;
import io.flowmanager.saga.domain.flow.FlowFault;
import io.flowmanager.saga.domain.flow.FlowReading;
import io.flowmanager.saga.domain.flow.reader.FlowReader;
import io.flowmanager.testing.JsonTexts;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlowCompilerTest {

  private static final String FLOW =
      """
      {
        "communicationProtocols": [{"id": "p", "type": "rest", "configurations":
          {"protocol": "http", "endpoint": "p", "method": "POST"}}],
        "persistencyManagement": {},
        "machineDefinition": {
          "initialState": "a",
          "creationEvent": "created",
          "businessStates": [{"id": 1, "description": "one"}],
          "states": [
            {"id": "a", "isFinal": false, "businessStateId": 1, COMMANDS "outgoingTransitions": [
              {"inputEvent": "free", "targetState": "b"},
              {"inputEvent": "bound", "targetState": "b", "payloadValidationSchema": SCHEMA}]},
            {"id": "b", "isFinal": true, "businessStateId": 1}
          ]
        },
        "settings": {"deepMergeMetadata": MERGE}
      }
      """;

  private final List<FlowFault> faults = new ArrayList<>();
  private final FlowCompiler compiler = TryCompilers.usual();

  private MachineRules compile(String schema, String merge) {
    return compiler.compile(read(schema, merge, ""), faults::add);
  }

  private CommandHooks compileHooks(String commands) {
    return compiler.compileHooks(read("{}", "{}", commands), faults::add);
  }

  private static FlowDefinition read(String schema, String merge, String commands) {
    String text =
        FLOW.replace("SCHEMA", schema).replace("MERGE", merge).replace("COMMANDS", commands);
    FlowReading reading = new FlowReader().read(JsonText.parse(text).asJsonObject());
    return ((FlowReading.Sound) reading).definition();
  }

  private static String command(String hook) {
    return "{\"channel\": \"p\", \"label\": \"go\"" + hook + "}";
  }

  private static String withHook(String content) {
    return command(", \"hook\": {\"type\": \"file\", \"content\": \"" + content + "\"}");
  }

  private static String hook(String source) {
    return "{\"enabled\": true, \"hook\": {\"type\": \"file\", \"content\": \"" + source + "\"}}";
  }

  @Test
  void soundFlowHasItsChecksAndItsMerge() {
    MachineRules rules =
        compile("{\"type\": \"object\"}", hook("export default (old, added) => added + 1;"));

    assertThat(faults).isEmpty();
    assertThat(rules.checks()).hasSize(1);
    assertThat(rules.merge().merge(JsonTexts.object("{}"), JsonTexts.object("{\"n\": 1}")))
        .isEqualTo(JsonTexts.object("{\"n\": 2}"));
  }

  @Test
  void withoutDeepMergeNestedObjectsAreReplaced() {
    MachineRules rules = compile("{}", "{\"enabled\": false}");

    assertThat(
            rules
                .merge()
                .merge(
                    JsonTexts.object("{\"a\": {\"x\": 1}}"),
                    JsonTexts.object("{\"a\": {\"y\": 2}}")))
        .isEqualTo(JsonTexts.object("{\"a\": {\"y\": 2}}"));
  }

  @Test
  void badSchemaIsAFaultAtItsPlace() {
    compile("{\"type\": \"objekt\"}", "{\"enabled\": true}");

    assertThat(faults)
        .extracting(FlowFault::pointer)
        .containsExactly(
            "/machineDefinition/states/0/outgoingTransitions/1/payloadValidationSchema");
  }

  @Test
  void hookThatCannotRunIsAFaultWithLineAndColumn() {
    compile("{}", hook("export default (old =>"));

    assertThat(faults).hasSize(1);
    assertThat(faults.get(0).pointer()).isEqualTo("/settings/deepMergeMetadata/hook");
    assertThat(faults.get(0).message()).contains("line 1");
  }

  @Test
  void allFaultsAreToldAtOnce() {
    compile("{\"minLength\": -1}", hook("export default 7;"));

    assertThat(faults).hasSize(2);
  }

  @Test
  void hooksAreFoundByTheirStateAndPart() {
    CommandHooks hooks =
        compileHooks(
            "\"outputCommand\": "
                + withHook("export default () => 1;")
                + ", \"sideEffects\": ["
                + command("")
                + ", "
                + withHook("export default () => 2;")
                + "],");

    assertThat(faults).isEmpty();
    assertThat(hooks.byPlace().keySet())
        .containsExactlyInAnyOrder(new CommandHooks.Place("a", 0), new CommandHooks.Place("a", 2));
    assertThat(hooks.byPlace().get(new CommandHooks.Place("a", 2)).pointer())
        .isEqualTo("/machineDefinition/states/0/sideEffects/1/hook");
  }

  @Test
  void flowWithoutHooksHasNone() {
    assertThat(compileHooks("\"outputCommand\": " + command("") + ",").byPlace()).isEmpty();
  }

  @Test
  void everyHookOfACommandThatCannotRunIsAFaultWithLineAndColumn() {
    compileHooks(
        "\"outputCommand\": "
            + withHook("export default (")
            + ", \"sideEffects\": ["
            + withHook("export default 7;")
            + "],");

    assertThat(faults)
        .extracting(FlowFault::pointer)
        .containsExactly(
            "/machineDefinition/states/0/outputCommand/hook",
            "/machineDefinition/states/0/sideEffects/0/hook");
    assertThat(faults.get(0).message()).contains("line 1, column");
  }
}
