// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.inbox;

import java.util.Optional;

/**
 * How far a partition has been consumed.
 *
 * @param next offset of the first message that has not been consumed
 * @param log the id of the topic that the offset belongs to. A topic that is deleted and created
 *     again has another id. Empty if the id is not stored yet, or if the broker has no topic ids
 * @param epoch leader epoch of the previous message, if known
 */
public record ConsumerPosition(long next, Optional<String> log, Optional<Integer> epoch) {

  /** A position without the id of a topic. */
  public static ConsumerPosition at(long next) {
    return new ConsumerPosition(next, Optional.empty(), Optional.empty());
  }

  /**
   * Whether both positions may belong to the same log: their ids are equal, or one is not known.
   */
  public boolean isInTheLogOf(ConsumerPosition other) {
    return log.isEmpty() || other.log.isEmpty() || log.equals(other.log);
  }
}
