// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.lint.graph;

import java.util.ArrayList;
import java.util.List;

/**
 * Counter-examples. Their whole length per file is bounded, so that a large file with very many
 * faults at the end of very long ways is answered soon and briefly: when the bound is reached,
 * further findings have an empty path.
 */
public final class Paths {

  private static final int MOST_EVENTS = 100_000;

  private final MachineGraph graph;
  private int events;

  public Paths(MachineGraph graph) {
    this.graph = graph;
  }

  /** The events that lead a new saga to the state, and then those. */
  public List<String> to(int state, List<String> then) {
    Ways ways = graph.fromInitial();
    if (!ways.reaches(state) || events + ways.length(state) > MOST_EVENTS) {
      return List.of();
    }
    List<String> path = new ArrayList<>(ways.events(state));
    path.addAll(then);
    events += path.size();
    return path;
  }

  public List<String> to(int state) {
    return to(state, List.of());
  }
}
