// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.lint.finding;

import io.flowmanager.saga.domain.flow.FlowDefinition;
import io.flowmanager.saga.domain.flow.LintSettings;
import io.flowmanager.saga.domain.flow.MachineDefinition.State;
import io.flowmanager.saga.domain.lint.graph.MachineGraph;
import io.flowmanager.saga.domain.lint.graph.Paths;
import java.util.List;

/** What a rule can look at. */
public record LintedFlow(FlowDefinition definition, MachineGraph graph, Paths paths) {

  public static LintedFlow of(FlowDefinition definition) {
    MachineGraph graph = new MachineGraph(definition.machine());
    return new LintedFlow(definition, graph, new Paths(graph));
  }

  public List<State> states() {
    return definition.machine().states();
  }

  public LintSettings settings() {
    return definition.settings().lint();
  }
}
