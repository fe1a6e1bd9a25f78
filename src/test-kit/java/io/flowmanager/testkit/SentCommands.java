// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testkit;

import io.flowmanager.saga.domain.CommandId;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.testkit.TestChannel.Sent;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a saga has sent by all channels. */
record SentCommands(Map<String, TestChannel> channels, SagaId saga) {

  private static final Comparator<Sent> BY_STEP =
      Comparator.comparing(
          sent -> sent.command().id(),
          Comparator.comparingLong(CommandId::sequence).thenComparingInt(CommandId::part));

  List<SentCommand> all() {
    return sent().map(Sent::message).toList();
  }

  /** What the step of that number has sent. */
  List<SentCommand> ofStep(long sequence) {
    return sent()
        .filter(sent -> sent.command().id().sequence() == sequence)
        .map(Sent::message)
        .toList();
  }

  private Stream<Sent> sent() {
    return channels.values().stream()
        .flatMap(channel -> channel.all().stream())
        .filter(sent -> sent.command().id().saga().equals(saga))
        .sorted(BY_STEP);
  }
}
