// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.inbox;

import io.flowmanager.saga.application.channel.Channels;
import io.flowmanager.saga.application.store.SagaStore;
import io.flowmanager.saga.application.store.StoreUnavailableException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Stores how far each partition has been consumed, and the messages that were not applied. A
 * position moves in the transaction that stores the effects of the messages before it. So each
 * message takes effect once, no matter how often it is read and by how many nodes. Every method
 * must be called within a transaction of the caller.
 *
 * <p>Every method may throw {@link StoreUnavailableException}, with the meaning given in {@link
 * SagaStore}.
 */
public interface Inbox {

  /**
   * The positions of those partitions that have one, locked until the transaction ends. They are
   * locked in a fixed order, and must be locked before sagas are loaded, so that two nodes cannot
   * deadlock.
   */
  Map<LogPartition, ConsumerPosition> lock(Set<LogPartition> partitions);

  /** The positions of those partitions that have one, as they were last committed. */
  Map<LogPartition, ConsumerPosition> positions(Set<LogPartition> partitions);

  /**
   * Sets positions, whether or not the partitions have one. If two transactions set the first
   * position of a partition at the same time, one of them fails.
   */
  void move(Map<LogPartition, ConsumerPosition> positions);

  /** Stores dead letters until they are sent. */
  void keep(List<DeadLetter> deadLetters);

  /**
   * The oldest stored dead letters of the channel.
   *
   * @param after a dead letter of the same channel, which need not exist any more; it and those
   *     before it are left out
   */
  List<DeadLetter> deadLetters(Channels.Key channel, Optional<DeadLetter> after, int limit);

  /** Removes dead letters; unknown ones are ignored. */
  void remove(Collection<DeadLetter> deadLetters);
}
