// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.inbox;

/**
 * Where a message stands in its partition.
 *
 * @param from the position right behind the message before it, as its reader has seen them: log
 *     compaction and transactions leave gaps, so this may be smaller than the message's own offset
 * @param end the position right behind the message; greater than {@code from}
 */
public record LogPosition(LogPartition partition, long from, ConsumerPosition end) {

  /** The offset right behind the message. */
  public long next() {
    return end.next();
  }
}
