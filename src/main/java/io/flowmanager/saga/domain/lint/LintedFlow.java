// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.lint;

import io.flowmanager.saga.domain.flow.FlowDefinition;
import io.flowmanager.saga.domain.flow.LintSettings;
import io.flowmanager.saga.domain.flow.MachineDefinition.State;
import java.util.List;

/** What a rule can look at. */
record LintedFlow(FlowDefinition definition, MachineGraph graph, Paths paths) {

  static LintedFlow of(FlowDefinition definition) {
    MachineGraph graph = new MachineGraph(definition.machine());
    return new LintedFlow(definition, graph, new Paths(graph));
  }

  List<State> states() {
    return definition.machine().states();
  }

  LintSettings settings() {
    return definition.settings().lint();
  }
}
