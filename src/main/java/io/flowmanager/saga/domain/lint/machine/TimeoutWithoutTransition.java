// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.lint.machine;

import io.flowmanager.saga.domain.flow.MachineDefinition.State;
import io.flowmanager.saga.domain.flow.MachineDefinition.Timeout;
import io.flowmanager.saga.domain.flow.MachineDefinition.Transition;
import io.flowmanager.saga.domain.flow.Spelling;
import io.flowmanager.saga.domain.lint.finding.Finding;
import io.flowmanager.saga.domain.lint.finding.FindingCode;
import io.flowmanager.saga.domain.lint.finding.LintedFlow;
import io.flowmanager.saga.domain.lint.finding.Pointers;
import io.flowmanager.saga.domain.lint.finding.StateRule;
import io.flowmanager.saga.domain.lint.finding.Words;
import java.util.List;
import java.util.Optional;

/** A timeout that changes nothing. */
public final class TimeoutWithoutTransition implements StateRule {

  @Override
  public List<Finding> check(LintedFlow flow, int number) {
    State state = flow.states().get(number);
    List<String> taken = state.outgoingTransitions().stream().map(Transition::inputEvent).toList();
    Optional<String> ignored =
        state.timeout().map(Timeout::event).filter(event -> !taken.contains(event));
    return ignored.map(event -> finding(flow, number, event, taken)).stream().toList();
  }

  private static Finding finding(LintedFlow flow, int number, String event, List<String> taken) {
    String message =
        "The timeout of the state "
            + Spelling.quote(flow.states().get(number).id())
            + " raises the event "
            + Spelling.quote(event)
            + ", for which the state has no transition. Add one, or raise another event."
            + Words.advice(event, taken);
    return new Finding(
        FindingCode.TIMEOUT_WITHOUT_TRANSITION,
        Pointers.state(number) + "/timeout/event",
        message,
        flow.paths().to(number));
  }
}
