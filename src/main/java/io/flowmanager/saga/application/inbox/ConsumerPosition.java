// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.inbox;

import java.util.Optional;

/**
 * How far a partition has been consumed.
 *
 * @param next offset of the first message that has not been
 * @param log what the offset counts in: the id of the topic, which is another one when the topic is
 *     deleted and made anew; empty when it has not been noted yet, or the broker has no ids
 * @param epoch of the leader that wrote the message before, if that is known
 */
public record ConsumerPosition(long next, Optional<String> log, Optional<Integer> epoch) {

  /** A position in a log that nobody has named. */
  public static ConsumerPosition at(long next) {
    return new ConsumerPosition(next, Optional.empty(), Optional.empty());
  }

  /** Whether the two can be compared; a log without a name may be any. */
  public boolean isInTheLogOf(ConsumerPosition other) {
    return log.isEmpty() || other.log.isEmpty() || log.equals(other.log);
  }
}
