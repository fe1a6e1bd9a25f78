// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.lint.graph;

import io.flowmanager.saga.domain.flow.MachineDefinition;
import io.flowmanager.saga.domain.flow.MachineDefinition.State;
import io.flowmanager.saga.domain.flow.MachineDefinition.Transition;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The machine as a graph of numbered states. Of two transitions for one event only the first one is
 * there, as in the running machine.
 */
public final class MachineGraph {

  /** A way that a saga can take. */
  record Edge(String event, int target) {}

  /** The same way, seen from where it leads. */
  public record Entry(int source, String event) {}

  private final List<State> states;
  private final List<List<Edge>> edges = new ArrayList<>();
  private final Ways fromInitial;
  private final BitSet finishing;

  public MachineGraph(MachineDefinition machine) {
    states = machine.states();
    Map<String, Integer> numbers = new HashMap<>();
    states.forEach(state -> numbers.put(state.id(), numbers.size()));
    states.forEach(state -> edges.add(edges(state, numbers)));
    fromInitial = new Ways(this, numbers.get(machine.initialState()));
    finishing = finishing();
  }

  private static List<Edge> edges(State state, Map<String, Integer> numbers) {
    Set<String> events = new HashSet<>();
    List<Edge> edges = new ArrayList<>();
    for (Transition transition : state.outgoingTransitions()) {
      if (events.add(transition.inputEvent())) {
        edges.add(new Edge(transition.inputEvent(), numbers.get(transition.targetState())));
      }
    }
    return edges;
  }

  /** The states from which some events lead to a final state, final ones included. */
  private BitSet finishing() {
    List<List<Entry>> entries = entries();
    BitSet found = new BitSet(size());
    List<Integer> open = new ArrayList<>();
    for (int state = 0; state < size(); state++) {
      if (states.get(state).isFinal()) {
        found.set(state);
        open.add(state);
      }
    }
    while (!open.isEmpty()) {
      for (Entry entry : entries.get(open.remove(open.size() - 1))) {
        if (!found.get(entry.source())) {
          found.set(entry.source());
          open.add(entry.source());
        }
      }
    }
    return found;
  }

  /** For each state the ways that lead to it. */
  public List<List<Entry>> entries() {
    List<List<Entry>> entries = new ArrayList<>();
    edges.forEach(ways -> entries.add(new ArrayList<>()));
    for (int state = 0; state < size(); state++) {
      for (Edge edge : edges.get(state)) {
        entries.get(edge.target()).add(new Entry(state, edge.event()));
      }
    }
    return entries;
  }

  public int size() {
    return states.size();
  }

  State state(int number) {
    return states.get(number);
  }

  public List<Edge> edges(int state) {
    return edges.get(state);
  }

  /** The shortest ways of a new saga. */
  public Ways fromInitial() {
    return fromInitial;
  }

  public boolean finishes(int state) {
    return finishing.get(state);
  }
}
