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

/** A final state that has transitions. */
public final class FinalStateWithOutgoingTransition implements StateRule {

  @Override
  public List<Finding> check(LintedFlow flow, int number) {
    State state = flow.states().get(number);
    if (!state.isFinal() || state.outgoingTransitions().isEmpty()) {
      return List.of();
    }
    String message =
        "The state "
            + Spelling.quote(state.id())
            + " is final but has transitions: a saga that is over would go on."
            + " Remove them, or set isFinal to false.";
    return List.of(
        new Finding(
            FindingCode.FINAL_STATE_WITH_WAY_OUT,
            Pointers.state(number) + "/outgoingTransitions",
            message,
            flow.paths().to(number)));
  }
}
