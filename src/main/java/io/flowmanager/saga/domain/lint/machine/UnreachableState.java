// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.lint.machine;

import io.flowmanager.saga.domain.flow.Spelling;
import io.flowmanager.saga.domain.lint.finding.Finding;
import io.flowmanager.saga.domain.lint.finding.FindingCode;
import io.flowmanager.saga.domain.lint.finding.LintedFlow;
import io.flowmanager.saga.domain.lint.finding.Pointers;
import io.flowmanager.saga.domain.lint.finding.StateRule;
import java.util.List;

/** A state that no saga ever enters. */
public final class UnreachableState implements StateRule {

  @Override
  public List<Finding> check(LintedFlow flow, int state) {
    if (flow.graph().fromInitial().reaches(state)) {
      return List.of();
    }
    String message =
        "The state "
            + Spelling.quote(flow.states().get(state).id())
            + " cannot be reached from the initial state "
            + Spelling.quote(flow.definition().machine().initialState())
            + ". Let a transition lead to it, or remove it.";
    return List.of(
        new Finding(FindingCode.UNREACHABLE_STATE, Pointers.state(state), message, List.of()));
  }
}
