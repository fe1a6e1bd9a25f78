// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.lint.usage;

import io.flowmanager.saga.domain.flow.ChannelDefinition;
import io.flowmanager.saga.domain.flow.MachineDefinition.State;
import io.flowmanager.saga.domain.flow.MachineDefinition.Timeout;
import io.flowmanager.saga.domain.flow.Spelling;
import io.flowmanager.saga.domain.lint.finding.Finding;
import io.flowmanager.saga.domain.lint.finding.FindingCode;
import io.flowmanager.saga.domain.lint.finding.LintedFlow;
import io.flowmanager.saga.domain.lint.finding.Pointers;
import io.flowmanager.saga.domain.lint.finding.Rule;
import io.flowmanager.saga.domain.lint.graph.Ways;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A broker channel that sends commands, in a flow that has neither a broker channel with inputs nor
 * a REST channel.
 */
public final class AnswersNotTakenIn implements Rule {

  @Override
  public List<Finding> check(LintedFlow flow) {
    ChannelUse use = new ChannelUse(flow);
    if (use.someReceives() || use.someIsRest()) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < flow.definition().channels().size(); i++) {
      ChannelDefinition channel = flow.definition().channels().get(i);
      int number = i;
      firstWaiting(flow, channel)
          .ifPresent(state -> findings.add(finding(flow, number, channel, state)));
    }
    return findings;
  }

  /** The state nearest to the beginning that waits for an answer to a command by the channel. */
  private static Optional<Integer> firstWaiting(LintedFlow flow, ChannelDefinition channel) {
    Ways ways = flow.graph().fromInitial();
    return IntStream.range(0, flow.states().size())
        .boxed()
        .filter(number -> waits(flow.states().get(number), channel))
        .min(Comparator.comparingInt(n -> ways.reaches(n) ? ways.length(n) : Integer.MAX_VALUE));
  }

  private static boolean waits(State state, ChannelDefinition channel) {
    Optional<String> timeout = state.timeout().map(Timeout::event);
    return state.outputCommand().filter(c -> c.channel().equals(channel.id())).isPresent()
        && state.outgoingTransitions().stream()
            .anyMatch(way -> !timeout.equals(Optional.of(way.inputEvent())));
  }

  private static Finding finding(
      LintedFlow flow, int number, ChannelDefinition channel, int state) {
    String message =
        "Commands leave by the channel "
            + Spelling.quote(channel.id())
            + ", but no channel receives their answers; the state "
            + Spelling.quote(flow.states().get(state).id())
            + " waits without end. Give this channel or another one input topics or queues.";
    return new Finding(
        FindingCode.ANSWERS_NOT_TAKEN_IN,
        Pointers.channel(number),
        message,
        flow.paths().to(state));
  }
}
