// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.lint.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Queue;

/** The shortest ways from one state to all others; of equally short ones the first in the file. */
public final class Ways {

  private static final int UNREACHED = -1;

  private final int[] lengths;
  private final int[] previous;
  private final String[] events;

  Ways(MachineGraph graph, int start) {
    lengths = new int[graph.size()];
    previous = new int[graph.size()];
    events = new String[graph.size()];
    Arrays.fill(lengths, UNREACHED);
    lengths[start] = 0;
    Queue<Integer> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty()) {
      int state = open.remove();
      graph.edges(state).forEach(edge -> step(state, edge, open));
    }
  }

  private void step(int from, MachineGraph.Edge edge, Queue<Integer> open) {
    if (reaches(edge.target())) {
      return;
    }
    lengths[edge.target()] = lengths[from] + 1;
    previous[edge.target()] = from;
    events[edge.target()] = edge.event();
    open.add(edge.target());
  }

  public boolean reaches(int state) {
    return lengths[state] != UNREACHED;
  }

  /** How many events it takes; only for a state that can be reached. */
  public int length(int state) {
    return lengths[state];
  }

  /** The events that lead there; only for a state that can be reached. */
  List<String> events(int state) {
    List<String> way = new ArrayList<>();
    for (int at = state; lengths[at] > 0; at = previous[at]) {
      way.add(events[at]);
    }
    Collections.reverse(way);
    return way;
  }
}
