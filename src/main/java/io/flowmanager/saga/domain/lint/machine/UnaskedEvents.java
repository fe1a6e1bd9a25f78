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
import io.flowmanager.saga.domain.lint.finding.Rule;
import io.flowmanager.saga.domain.lint.finding.Words;
import io.flowmanager.saga.domain.lint.graph.MachineGraph;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A state that sends nothing and waits for something that nothing else in the file causes. An event
 * is taken to be caused by the command or side effects of the state that waits for it, by its
 * timeout, or by another system if the settings say so. A state that is entered from one that sends
 * a command may also wait for other answers to that command.
 */
public final class UnaskedEvents implements Rule {

  @Override
  public List<Finding> check(LintedFlow flow) {
    List<List<MachineGraph.Entry>> entries = flow.graph().entries();
    List<Set<String>> taken = flow.states().stream().map(UnaskedEvents::taken).toList();
    Set<String> external = Set.copyOf(flow.settings().externalEvents());
    List<Finding> findings = new ArrayList<>();
    for (int number = 0; number < flow.states().size(); number++) {
      State state = flow.states().get(number);
      if (!state.isFinal() && !asks(state)) {
        Set<String> open = new LinkedHashSet<>(taken.get(number));
        open.removeAll(external);
        state.timeout().map(Timeout::event).ifPresent(open::remove);
        List<MachineGraph.Entry> fromAsking =
            entries.get(number).stream()
                .filter(entry -> asks(flow.states().get(entry.source())))
                .toList();
        open.removeIf(event -> mayStillCome(event, fromAsking, taken));
        findings.addAll(unasked(flow, number, open));
      }
    }
    return findings;
  }

  private static Set<String> taken(State state) {
    return state.outgoingTransitions().stream()
        .map(Transition::inputEvent)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static boolean asks(State state) {
    return state.outputCommand().isPresent() || !state.sideEffects().isEmpty();
  }

  /** Whether an earlier command may still get that answer: the saga came here by another one. */
  private static boolean mayStillCome(
      String event, List<MachineGraph.Entry> fromAsking, List<Set<String>> taken) {
    return fromAsking.stream()
        .anyMatch(
            entry -> !entry.event().equals(event) && taken.get(entry.source()).contains(event));
  }

  private static List<Finding> unasked(LintedFlow flow, int number, Set<String> events) {
    State state = flow.states().get(number);
    if (events.isEmpty()) {
      return List.of();
    }
    String message =
        "The state "
            + Spelling.quote(state.id())
            + " waits for "
            + Words.list(events)
            + ", but sends no command. Send the one that asks for it, or name events that come from"
            + " outside in settings.lint.externalEvents.";
    return List.of(
        new Finding(
            FindingCode.UNASKED_EVENT, Pointers.state(number), message, flow.paths().to(number)));
  }
}
