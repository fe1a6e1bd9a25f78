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

/** A command whose answer no state expects. */
public final class FinalStateCommand implements StateRule {

  @Override
  public List<Finding> check(LintedFlow flow, int number) {
    State state = flow.states().get(number);
    boolean over = state.isFinal() && state.outgoingTransitions().isEmpty();
    if (!over || state.outputCommand().isEmpty()) {
      return List.of();
    }
    String message =
        "The final state "
            + Spelling.quote(state.id())
            + " sends the command "
            + Spelling.quote(state.outputCommand().get().label())
            + ", and no state takes its answer. If the answer does not matter, make it one of the"
            + " sideEffects; otherwise wait for it in a state that is not final.";
    return List.of(
        new Finding(
            FindingCode.FINAL_STATE_COMMAND,
            Pointers.state(number) + "/outputCommand",
            message,
            flow.paths().to(number)));
  }
}
