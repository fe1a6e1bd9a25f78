// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.saga.adapter.schema.NetworkntPayloadSchemas;
import io.flowmanager.saga.adapter.script.QuickJsScripts;
import io.flowmanager.saga.adapter.script.ScriptLimits;
import io.flowmanager.saga.domain.MachineRules;
import io.flowmanager.saga.domain.flow.FlowDefinition;
import io.flowmanager.saga.domain.flow.FlowFault;
import io.flowmanager.saga.domain.flow.FlowReader;
import io.flowmanager.saga.domain.flow.FlowReading;
import io.flowmanager.testing.JsonTexts;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlowCompilerTest {

  private static final String FLOW =
      """
      {
        "communicationProtocols": [],
        "persistencyManagement": {},
        "machineDefinition": {
          "initialState": "a",
          "creationEvent": "created",
          "businessStates": [{"id": 1, "description": "one"}],
          "states": [
            {"id": "a", "isFinal": false, "businessStateId": 1, "outgoingTransitions": [
              {"inputEvent": "free", "targetState": "b"},
              {"inputEvent": "bound", "targetState": "b", "payloadValidationSchema": SCHEMA}]},
            {"id": "b", "isFinal": true, "businessStateId": 1}
          ]
        },
        "settings": {"deepMergeMetadata": MERGE}
      }
      """;

  private final List<FlowFault> faults = new ArrayList<>();
  private final FlowCompiler compiler =
      new FlowCompiler(
          new QuickJsScripts(ScriptLimits.DEFAULT, 1, Clock.systemUTC()),
          new NetworkntPayloadSchemas());

  private MachineRules compile(String schema, String merge) {
    String text = FLOW.replace("SCHEMA", schema).replace("MERGE", merge);
    FlowReading reading = new FlowReader().read(JsonText.parse(text).asJsonObject());
    FlowDefinition definition = ((FlowReading.Sound) reading).definition();
    return compiler.compile(definition, faults::add);
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
}
