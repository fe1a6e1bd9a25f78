// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.diagram;

import io.flowmanager.saga.domain.flow.MachineDefinition;
import io.flowmanager.saga.domain.flow.MachineDefinition.State;
import io.flowmanager.saga.domain.flow.MachineDefinition.Transition;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Finds the states that follow errors. An event whose label ends in {@code Error} is an error. A
 * state that a saga can reach only after an error is a failure state.
 */
final class ErrorPaths {

  private static final String SUFFIX = "Error";

  private final Set<String> reachable;
  private final Set<String> withoutError;

  private ErrorPaths(Set<String> reachable, Set<String> withoutError) {
    this.reachable = reachable;
    this.withoutError = withoutError;
  }

  static ErrorPaths of(MachineDefinition machine) {
    return new ErrorPaths(walk(machine, event -> true), walk(machine, event -> !isError(event)));
  }

  static boolean isError(String event) {
    return event.endsWith(SUFFIX);
  }

  FlowDiagram.Kind kind(State state) {
    boolean failure = reachable.contains(state.id()) && !withoutError.contains(state.id());
    if (state.isFinal()) {
      return failure ? FlowDiagram.Kind.FAILED : FlowDiagram.Kind.COMPLETED;
    }
    return failure ? FlowDiagram.Kind.COMPENSATING : FlowDiagram.Kind.WORKING;
  }

  private static Set<String> walk(MachineDefinition machine, Predicate<String> events) {
    Map<String, State> states =
        machine.states().stream().collect(Collectors.toMap(State::id, Function.identity()));
    Set<String> seen = new HashSet<>(Set.of(machine.initialState()));
    Deque<String> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      for (Transition transition : states.get(open.pop()).outgoingTransitions()) {
        if (events.test(transition.inputEvent()) && seen.add(transition.targetState())) {
          open.push(transition.targetState());
        }
      }
    }
    return seen;
  }
}
