// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.lint.usage;

import io.flowmanager.saga.domain.flow.ChannelDefinition;
import io.flowmanager.saga.domain.flow.MachineDefinition.OutputCommand;
import io.flowmanager.saga.domain.flow.MachineDefinition.State;
import io.flowmanager.saga.domain.lint.finding.LintedFlow;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which channels of a flow carry what. */
final class ChannelUse {

  private final List<ChannelDefinition> channels;
  private final Set<String> sending = new HashSet<>();

  ChannelUse(LintedFlow flow) {
    channels = flow.definition().channels();
    flow.states().stream()
        .flatMap(ChannelUse::commands)
        .map(OutputCommand::channel)
        .forEach(sending::add);
  }

  private static Stream<OutputCommand> commands(State state) {
    return Stream.concat(state.outputCommand().stream(), state.sideEffects().stream());
  }

  boolean sends(ChannelDefinition channel) {
    return sending.contains(channel.id());
  }

  /** Whether events come in by the channel's own topics or queues. */
  static boolean receives(ChannelDefinition channel) {
    return channel.fold(
        rest -> false,
        kafka -> !kafka.inputTopics().isEmpty(),
        jms -> !(jms.inputQueues().isEmpty() && jms.inputTopics().isEmpty()));
  }

  static boolean isRest(ChannelDefinition channel) {
    return channel instanceof ChannelDefinition.Rest;
  }

  /** Whether messages of a broker bring events, whichever channel they come in by. */
  boolean someReceives() {
    return channels.stream().anyMatch(ChannelUse::receives);
  }

  /** Whether the flow has a REST channel, and with it participants that post their events. */
  boolean someIsRest() {
    return channels.stream().anyMatch(ChannelUse::isRest);
  }

  /** Whether commands leave by a broker. */
  boolean someBrokerSends() {
    return channels.stream().anyMatch(channel -> !isRest(channel) && sends(channel));
  }
}
