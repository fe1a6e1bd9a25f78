// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.lint.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The parts of a graph whose states all lead to each other (strongly connected components, found by
 * Kosaraju's two walks, without recursion: a machine may be very deep).
 */
public final class Loops {

  private static final int NONE = -1;

  private final MachineGraph graph;
  private final int[] part;
  private final List<List<Integer>> parts = new ArrayList<>();

  public Loops(MachineGraph graph) {
    this.graph = graph;
    part = new int[graph.size()];
    Arrays.fill(part, NONE);
    List<List<MachineGraph.Entry>> entries = graph.entries();
    List<Integer> order = finishingOrder();
    for (int i = order.size() - 1; i >= 0; i--) {
      if (part[order.get(i)] == NONE) {
        collect(order.get(i), entries);
      }
    }
  }

  /** The states, each after all that its depth-first walk has found. */
  private List<Integer> finishingOrder() {
    List<Integer> order = new ArrayList<>();
    BitSet seen = new BitSet(graph.size());
    int[] nextEdge = new int[graph.size()];
    for (int start = 0; start < graph.size(); start++) {
      if (!seen.get(start)) {
        walk(start, seen, nextEdge, order);
      }
    }
    return order;
  }

  private void walk(int start, BitSet seen, int[] nextEdge, List<Integer> order) {
    List<Integer> way = new ArrayList<>(List.of(start));
    seen.set(start);
    while (!way.isEmpty()) {
      int state = way.get(way.size() - 1);
      if (nextEdge[state] == graph.edges(state).size()) {
        order.add(way.remove(way.size() - 1));
        continue;
      }
      int target = graph.edges(state).get(nextEdge[state]++).target();
      if (!seen.get(target)) {
        seen.set(target);
        way.add(target);
      }
    }
  }

  private void collect(int start, List<List<MachineGraph.Entry>> entries) {
    int number = parts.size();
    List<Integer> members = new ArrayList<>(List.of(start));
    part[start] = number;
    for (int i = 0; i < members.size(); i++) {
      for (MachineGraph.Entry entry : entries.get(members.get(i))) {
        if (part[entry.source()] == NONE) {
          part[entry.source()] = number;
          members.add(entry.source());
        }
      }
    }
    parts.add(members.stream().sorted().toList());
  }

  /**
   * Loops that nothing leads out of and that have no final state, in the order of the file; each
   * with its states in the order of the file.
   */
  public List<List<Integer>> endless() {
    return parts.stream()
        .filter(states -> states.stream().allMatch(this::staysWithoutEnd))
        .sorted((one, other) -> Integer.compare(one.get(0), other.get(0)))
        .toList();
  }

  private boolean staysWithoutEnd(int state) {
    return !graph.state(state).isFinal()
        && !graph.edges(state).isEmpty()
        && graph.edges(state).stream().allMatch(edge -> part[edge.target()] == part[state]);
  }
}
