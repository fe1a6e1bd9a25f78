// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.lint.machine;

import io.flowmanager.saga.domain.flow.MachineDefinition.Transition;
import io.flowmanager.saga.domain.flow.Spelling;
import io.flowmanager.saga.domain.lint.finding.Finding;
import io.flowmanager.saga.domain.lint.finding.FindingCode;
import io.flowmanager.saga.domain.lint.finding.LintedFlow;
import io.flowmanager.saga.domain.lint.finding.Pointers;
import io.flowmanager.saga.domain.lint.finding.StateRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A transition that never happens, because an earlier one has the same event. */
public final class DuplicateEvent implements StateRule {

  @Override
  public List<Finding> check(LintedFlow flow, int state) {
    List<Transition> transitions = flow.states().get(state).outgoingTransitions();
    Map<String, Integer> first = new HashMap<>();
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < transitions.size(); i++) {
      String event = transitions.get(i).inputEvent();
      Integer earlier = first.putIfAbsent(event, i);
      if (earlier != null) {
        String message =
            "The state has a transition for the event "
                + Spelling.quote(event)
                + " already, at "
                + Pointers.transition(state, earlier)
                + ", which is the one that counts. Remove one of the two, or name another event.";
        findings.add(
            new Finding(
                FindingCode.DUPLICATE_EVENT,
                Pointers.transition(state, i),
                message,
                flow.paths().to(state, List.of(event))));
      }
    }
    return findings;
  }
}
