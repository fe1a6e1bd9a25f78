// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.inbox;

/**
 * Where a message is in its partition.
 *
 * @param from the position after the previous message that was read. It may be smaller than the
 *     message's own offset, because log compaction and transactions leave gaps
 * @param end the position after the message; greater than {@code from}
 */
public record LogPosition(LogPartition partition, long from, ConsumerPosition end) {

  /** The offset after the message. */
  public long next() {
    return end.next();
  }
}
