// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.diagram;

import io.flowmanager.saga.domain.flow.MachineDefinition;
import io.flowmanager.saga.domain.flow.MachineDefinition.State;
import io.flowmanager.saga.domain.flow.MachineDefinition.Transition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sorts the states of a machine in reading order: a state comes before those that it leads to,
 * except in a loop. States that nothing leads to come last, in the order of the file.
 */
final class ReadingOrder {

  /** A state whose transitions are being followed. */
  private record Visit(State state, Iterator<Transition> open) {}

  private final Map<String, State> states = new HashMap<>();
  private final Set<String> seen = new HashSet<>();
  private final Deque<Visit> path = new ArrayDeque<>();
  private final List<State> left = new ArrayList<>();

  private ReadingOrder(MachineDefinition machine) {
    machine.states().forEach(state -> states.put(state.id(), state));
  }

  static MachineDefinition of(MachineDefinition machine) {
    List<State> ordered = new ReadingOrder(machine).reachableFrom(machine.initialState());
    Set<State> reachable = new HashSet<>(ordered);
    machine.states().stream().filter(state -> !reachable.contains(state)).forEach(ordered::add);
    return new MachineDefinition(
        machine.initialState(),
        machine.creationEvent(),
        ordered,
        machine.businessStates(),
        machine.businessEvents());
  }

  /** Depth first; the state that is left last is read first. A loop, since a flow may be deep. */
  private List<State> reachableFrom(String initialState) {
    enter(initialState);
    while (!path.isEmpty()) {
      Visit visit = path.peek();
      if (visit.open().hasNext()) {
        enter(visit.open().next().targetState());
      } else {
        left.add(path.pop().state());
      }
    }
    Collections.reverse(left);
    return left;
  }

  private void enter(String id) {
    if (seen.add(id)) {
      State state = states.get(id);
      List<Transition> lastFirst = new ArrayList<>(state.outgoingTransitions());
      Collections.reverse(lastFirst);
      path.push(new Visit(state, lastFirst.iterator()));
    }
  }
}
