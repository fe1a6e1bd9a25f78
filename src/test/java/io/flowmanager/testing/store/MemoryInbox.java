// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing.store;

import io.flowmanager.saga.application.Channels;
import io.flowmanager.saga.application.DeadLetter;
import io.flowmanager.saga.application.Inbox;
import io.flowmanager.saga.application.LogPartition;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The positions and dead letters of one transaction of the memory store. */
record MemoryInbox(MemoryTables tables) implements Inbox {

  @Override
  public Map<LogPartition, Long> lock(Set<LogPartition> partitions) {
    return positions(partitions);
  }

  @Override
  public Map<LogPartition, Long> positions(Set<LogPartition> partitions) {
    var positions = new HashMap<>(tables.positions());
    positions.keySet().retainAll(partitions);
    return positions;
  }

  @Override
  public void move(Map<LogPartition, Long> positions) {
    tables.positions().putAll(positions);
  }

  @Override
  public void keep(List<DeadLetter> deadLetters) {
    tables.deadLetters().addAll(deadLetters);
  }

  @Override
  public List<DeadLetter> deadLetters(Set<Channels.Key> channels, int limit) {
    return tables.deadLetters().stream()
        .filter(letter -> channels.contains(channelOf(letter.partition())))
        .sorted(Comparator.comparing(DeadLetter::at))
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
    return one.partition().equals(other.partition()) && one.offset() == other.offset();
  }
}
