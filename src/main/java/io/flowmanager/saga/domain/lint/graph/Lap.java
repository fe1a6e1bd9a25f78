// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.lint.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/**
 * The shortest way from a state of an endless loop back to it. Looks at the states of the loop
 * only: nothing leads out.
 */
public final class Lap {

  private final int start;
  private final Map<Integer, MachineGraph.Entry> cameBy = new HashMap<>();

  public Lap(MachineGraph graph, int start) {
    this.start = start;
    Queue<Integer> open = new ArrayDeque<>(List.of(start));
    while (!cameBy.containsKey(start)) {
      int state = open.remove();
      for (MachineGraph.Edge edge : graph.edges(state)) {
        var entry = new MachineGraph.Entry(state, edge.event());
        if (cameBy.putIfAbsent(edge.target(), entry) == null) {
          open.add(edge.target());
        }
      }
    }
  }

  public List<String> events() {
    List<String> events = new ArrayList<>();
    int state = start;
    do {
      events.add(cameBy.get(state).event());
      state = cameBy.get(state).source();
    } while (state != start);
    Collections.reverse(events);
    return events;
  }
}
