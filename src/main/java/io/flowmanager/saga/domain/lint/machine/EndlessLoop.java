// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.lint.machine;

import io.flowmanager.saga.domain.lint.finding.Finding;
import io.flowmanager.saga.domain.lint.finding.FindingCode;
import io.flowmanager.saga.domain.lint.finding.LintedFlow;
import io.flowmanager.saga.domain.lint.finding.Pointers;
import io.flowmanager.saga.domain.lint.finding.Rule;
import io.flowmanager.saga.domain.lint.finding.Words;
import io.flowmanager.saga.domain.lint.graph.Lap;
import io.flowmanager.saga.domain.lint.graph.Loops;
import io.flowmanager.saga.domain.lint.graph.Ways;
import java.util.Comparator;
import java.util.List;

/** States that form a loop which a saga never leaves. */
public final class EndlessLoop implements Rule {

  @Override
  public List<Finding> check(LintedFlow flow) {
    return new Loops(flow.graph()).endless().stream().map(loop -> finding(flow, loop)).toList();
  }

  private static Finding finding(LintedFlow flow, List<Integer> loop) {
    int entry = entry(flow.graph().fromInitial(), loop);
    List<String> ids = loop.stream().map(state -> flow.states().get(state).id()).toList();
    String states = ids.size() == 1 ? "The state " : "The states ";
    String message =
        states
            + Words.list(ids)
            + (ids.size() == 1 ? " leads only to itself" : " lead only to each other")
            + " and never to a final state: a saga that gets here never ends."
            + " Add a transition that leads out of the loop.";
    return new Finding(
        FindingCode.ENDLESS_LOOP,
        Pointers.state(entry),
        message,
        flow.paths().to(entry, new Lap(flow.graph(), entry).events()));
  }

  /** Where a new saga gets into the loop first. */
  private static int entry(Ways ways, List<Integer> loop) {
    return loop.stream()
        .filter(ways::reaches)
        .min(Comparator.comparingInt(ways::length))
        .orElse(loop.get(0));
  }
}
