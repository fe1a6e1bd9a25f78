// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testkit.store;

import io.flowmanager.saga.application.channel.Channels;
import io.flowmanager.saga.application.inbox.ConsumerPosition;
import io.flowmanager.saga.application.inbox.DeadLetter;
import io.flowmanager.saga.application.inbox.Inbox;
import io.flowmanager.saga.application.inbox.LogPartition;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The positions and dead letters of one transaction of the memory store. */
record MemoryInbox(MemoryTables tables) implements Inbox {

  private static final Comparator<DeadLetter> BY_AGE =
      Comparator.comparing(DeadLetter::at)
          .thenComparing(letter -> letter.partition().group())
          .thenComparing(letter -> letter.partition().topic())
          .thenComparing(letter -> letter.partition().number())
          .thenComparing(DeadLetter::offset);

  @Override
  public Map<LogPartition, ConsumerPosition> lock(Set<LogPartition> partitions) {
    return positions(partitions);
  }

  @Override
  public Map<LogPartition, ConsumerPosition> positions(Set<LogPartition> partitions) {
    var positions = new HashMap<>(tables.positions());
    positions.keySet().retainAll(partitions);
    return positions;
  }

  @Override
  public void move(Map<LogPartition, ConsumerPosition> positions) {
    tables.positions().putAll(positions);
  }

  @Override
  public void keep(List<DeadLetter> deadLetters) {
    tables.deadLetters().addAll(deadLetters);
  }

  @Override
  public List<DeadLetter> deadLetters(Channels.Key channel, Optional<DeadLetter> after, int limit) {
    return tables.deadLetters().stream()
        .filter(letter -> channel.equals(channelOf(letter.partition())))
        .filter(letter -> after.isEmpty() || BY_AGE.compare(letter, after.get()) > 0)
        .sorted(BY_AGE)
        .limit(limit)
        .toList();
  }

  private static Channels.Key channelOf(LogPartition partition) {
    return new Channels.Key(partition.flow(), partition.channel());
  }

  @Override
  public void remove(Collection<DeadLetter> deadLetters) {
    tables
        .deadLetters()
        .removeIf(letter -> deadLetters.stream().anyMatch(gone -> isSame(gone, letter)));
  }

  private static boolean isSame(DeadLetter one, DeadLetter other) {
    return BY_AGE.compare(one, other) == 0 && one.partition().equals(other.partition());
  }
}
