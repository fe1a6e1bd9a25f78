// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.lint.machine;

import io.flowmanager.saga.domain.flow.Spelling;
import io.flowmanager.saga.domain.lint.finding.Finding;
import io.flowmanager.saga.domain.lint.finding.FindingCode;
import io.flowmanager.saga.domain.lint.finding.LintedFlow;
import io.flowmanager.saga.domain.lint.finding.Pointers;
import io.flowmanager.saga.domain.lint.finding.Rule;
import io.flowmanager.saga.domain.lint.graph.Loops;
import io.flowmanager.saga.domain.lint.graph.MachineGraph;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A state from which no final state can be reached. */
public final class NoWayToFinal implements Rule {

  @Override
  public List<Finding> check(LintedFlow flow) {
    MachineGraph graph = flow.graph();
    Set<Integer> looping = new HashSet<>();
    new Loops(graph).endless().forEach(looping::addAll);
    List<Finding> findings = new ArrayList<>();
    for (int state = 0; state < graph.size(); state++) {
      boolean doomed = !graph.finishes(state) && !graph.edges(state).isEmpty();
      if (doomed && !looping.contains(state)) {
        findings.add(finding(flow, state));
      }
    }
    return findings;
  }

  private static Finding finding(LintedFlow flow, int state) {
    String message =
        "No final state can be reached from the state "
            + Spelling.quote(flow.states().get(state).id())
            + ": all its transitions lead to a dead end or an endless loop. Correct those, or add a"
            + " transition.";
    return new Finding(
        FindingCode.NO_WAY_TO_FINAL, Pointers.state(state), message, flow.paths().to(state));
  }
}
