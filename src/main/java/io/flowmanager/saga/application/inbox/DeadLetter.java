// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.inbox;

import io.flowmanager.saga.application.store.SkipReason;
import java.time.Instant;

/**
 * A message that was not applied, and that is to be sent to the dead-letter destination of its
 * channel. Partition, offset and time identify it.
 *
 * @param offset offset of the message in its partition
 * @param detail the reason, as one sentence
 */
public record DeadLetter(
    LogPartition partition,
    long offset,
    RawMessage message,
    SkipReason reason,
    String detail,
    Instant at) {}
