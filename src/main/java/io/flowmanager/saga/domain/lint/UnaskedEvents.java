// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.lint;

import io.flowmanager.saga.domain.flow.MachineDefinition.State;
import io.flowmanager.saga.domain.flow.MachineDefinition.Timeout;
import io.flowmanager.saga.domain.flow.MachineDefinition.Transition;
import io.flowmanager.saga.domain.flow.Spelling;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A state that sends nothing and waits for something that nothing else in the file causes. An event
 * is taken to be caused by the command or side effects of the state that waits for it, by its
 * timeout, or by the world outside where the settings say so. A state that is entered from one that
 * sends a command may also wait for that one's other answers.
 */
final class UnaskedEvents implements Rule {

  @Override
  public List<Finding> check(LintedFlow flow) {
    List<List<Integer>> sources = flow.graph().sources();
    Set<String> external = new HashSet<>(flow.settings().externalEvents());
    List<Finding> findings = new ArrayList<>();
    for (int number = 0; number < flow.states().size(); number++) {
      State state = flow.states().get(number);
      if (!state.isFinal() && !asks(state)) {
        Set<String> caused = new HashSet<>(external);
        state.timeout().map(Timeout::event).ifPresent(caused::add);
        caused.addAll(answersLeft(flow.graph(), number, sources.get(number)));
        findings.addAll(unasked(flow, number, caused));
      }
    }
    return findings;
  }

  private static boolean asks(State state) {
    return state.outputCommand().isPresent() || !state.sideEffects().isEmpty();
  }

  /** Answers that earlier commands may still get: the saga came here by another one. */
  private static Set<String> answersLeft(MachineGraph graph, int state, List<Integer> sources) {
    Set<String> left = new HashSet<>();
    for (int source : Set.copyOf(sources)) {
      if (asks(graph.state(source))) {
        List<MachineGraph.Edge> answers = graph.edges(source);
        List<MachineGraph.Edge> ways = answers.stream().filter(e -> e.target() == state).toList();
        answers.stream()
            .map(MachineGraph.Edge::event)
            .filter(event -> ways.stream().anyMatch(way -> !way.event().equals(event)))
            .forEach(left::add);
      }
    }
    return left;
  }

  private static List<Finding> unasked(LintedFlow flow, int number, Set<String> caused) {
    State state = flow.states().get(number);
    List<String> events =
        state.outgoingTransitions().stream()
            .map(Transition::inputEvent)
            .distinct()
            .filter(event -> !caused.contains(event))
            .toList();
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
