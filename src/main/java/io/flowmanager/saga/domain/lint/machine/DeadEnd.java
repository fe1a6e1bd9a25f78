// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.lint.machine;

import io.flowmanager.saga.domain.flow.MachineDefinition.State;
import io.flowmanager.saga.domain.flow.Spelling;
import io.flowmanager.saga.domain.lint.finding.Finding;
import io.flowmanager.saga.domain.lint.finding.FindingCode;
import io.flowmanager.saga.domain.lint.finding.LintedFlow;
import io.flowmanager.saga.domain.lint.finding.Pointers;
import io.flowmanager.saga.domain.lint.finding.StateRule;
import java.util.List;

/** A state that is not final but that a saga can never leave. */
public final class DeadEnd implements StateRule {

  @Override
  public List<Finding> check(LintedFlow flow, int number) {
    State state = flow.states().get(number);
    if (state.isFinal() || !state.outgoingTransitions().isEmpty()) {
      return List.of();
    }
    String message =
        "The state "
            + Spelling.quote(state.id())
            + " is not final and has no outgoing transition: a saga that gets here never ends."
            + " Give it a transition, or set isFinal to true.";
    return List.of(
        new Finding(
            FindingCode.DEAD_END, Pointers.state(number), message, flow.paths().to(number)));
  }
}
