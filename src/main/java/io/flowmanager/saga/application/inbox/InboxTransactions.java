// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.inbox;

import io.flowmanager.saga.application.channel.Channels;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads and writes positions and dead letters, each call in a transaction of its own. */
@ApplicationScoped
public class InboxTransactions {

  private final Inbox inbox;

  /** For the container's proxy. */
  protected InboxTransactions() {
    this(null);
  }

  @Inject
  public InboxTransactions(Inbox inbox) {
    this.inbox = inbox;
  }

  /** The stored positions of those partitions that have one. */
  @Transactional
  public Map<LogPartition, ConsumerPosition> positions(Set<LogPartition> partitions) {
    return inbox.positions(partitions);
  }

  /** Stores the first position of partitions that have none; the others keep theirs. */
  @Transactional
  public void begin(Map<LogPartition, ConsumerPosition> positions) {
    Map<LogPartition, ConsumerPosition> known = inbox.positions(positions.keySet());
    var fresh = new HashMap<>(positions);
    fresh.keySet().removeAll(known.keySet());
    inbox.move(fresh);
  }

  /**
   * Replaces a position that no longer exists in the log, unless it has been moved meanwhile.
   *
   * @return whether it was replaced
   */
  @Transactional
  public boolean replace(
      LogPartition partition, ConsumerPosition expected, ConsumerPosition position) {
    boolean isExpected = expected.equals(inbox.lock(Set.of(partition)).get(partition));
    if (isExpected) {
      inbox.move(Map.of(partition, position));
    }
    return isExpected;
  }

  /** See {@link Inbox#deadLetters}. */
  @Transactional
  public List<DeadLetter> deadLetters(Channels.Key channel, Optional<DeadLetter> after, int limit) {
    return inbox.deadLetters(channel, after, limit);
  }

  /** See {@link Inbox#remove}. */
  @Transactional
  public void remove(Collection<DeadLetter> deadLetters) {
    inbox.remove(deadLetters);
  }
}
