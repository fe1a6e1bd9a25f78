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
 * How far each partition of a log has been consumed, and the messages that were not applied. A
 * position moves in the transaction that stores what the messages before it did: so each message
 * acts once, however often and by however many nodes it is read. Each call is made within a
 * transaction of the caller.
 *
 * <p>Every method may throw {@link StoreUnavailableException}, as {@link SagaStore} says.
 */
public interface Inbox {

  /**
   * The positions of those partitions that have one, kept from being moved by others until the
   * transaction ends. They are locked in a fixed order, and must be locked before sagas are loaded,
   * so that no two nodes wait for each other in a ring.
   */
  Map<LogPartition, ConsumerPosition> lock(Set<LogPartition> partitions);

  /** The positions of those partitions that have one, as they were last committed. */
  Map<LogPartition, ConsumerPosition> positions(Set<LogPartition> partitions);

  /**
   * Sets positions, whether or not the partition has one. Of two transactions that set the first
   * position of a partition at the same time, one fails.
   */
  void move(Map<LogPartition, ConsumerPosition> positions);

  /** Keeps dead letters until they are passed on. */
  void keep(List<DeadLetter> deadLetters);

  /**
   * The oldest dead letters of the channel that are kept.
   *
   * @param after a letter of the same channel, which may be gone; those before it are left out too
   */
  List<DeadLetter> deadLetters(Channels.Key channel, Optional<DeadLetter> after, int limit);

  /** Forgets dead letters; unknown ones are passed over. */
  void remove(Collection<DeadLetter> deadLetters);
}
