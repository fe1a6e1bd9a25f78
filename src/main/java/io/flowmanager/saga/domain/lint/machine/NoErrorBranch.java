// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.lint.machine;

import io.flowmanager.saga.domain.flow.MachineDefinition.State;
import io.flowmanager.saga.domain.flow.MachineDefinition.Transition;
import io.flowmanager.saga.domain.flow.Spelling;
import io.flowmanager.saga.domain.lint.finding.Finding;
import io.flowmanager.saga.domain.lint.finding.FindingCode;
import io.flowmanager.saga.domain.lint.finding.LintedFlow;
import io.flowmanager.saga.domain.lint.finding.Pointers;
import io.flowmanager.saga.domain.lint.finding.StateRule;
import io.flowmanager.saga.domain.lint.finding.Words;
import java.util.List;
import java.util.Locale;

/** A command whose failure the flow does not handle. */
public final class NoErrorBranch implements StateRule {

  @Override
  public List<Finding> check(LintedFlow flow, int number) {
    State state = flow.states().get(number);
    boolean waits = !state.isFinal() && !state.outgoingTransitions().isEmpty();
    if (!waits || state.outputCommand().isEmpty() || handlesError(state, flow)) {
      return List.of();
    }
    return List.of(finding(flow, number, state.outputCommand().get().label()));
  }

  private static boolean handlesError(State state, LintedFlow flow) {
    String suffix = flow.settings().errorSuffix().toLowerCase(Locale.ROOT);
    return state.outgoingTransitions().stream()
        .anyMatch(way -> way.inputEvent().toLowerCase(Locale.ROOT).endsWith(suffix));
  }

  private static Finding finding(LintedFlow flow, int number, String command) {
    State state = flow.states().get(number);
    String suffix = flow.settings().errorSuffix();
    List<String> events = state.outgoingTransitions().stream().map(Transition::inputEvent).toList();
    String message =
        "The state "
            + Spelling.quote(state.id())
            + " does not handle a failure of its command "
            + Spelling.quote(command)
            + ": no transition takes an event that ends with "
            + Spelling.quote(suffix)
            + ". Add one for "
            + Spelling.quote(command + suffix)
            + "."
            + Words.advice(command + suffix, events);
    return new Finding(
        FindingCode.NO_ERROR_BRANCH,
        Pointers.state(number) + "/outputCommand",
        message,
        flow.paths().to(number));
  }
}
