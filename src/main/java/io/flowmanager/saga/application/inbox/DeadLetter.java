// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.inbox;

import io.flowmanager.saga.application.store.SkipReason;
import java.time.Instant;

/**
 * A message that was not applied and is to be passed on to where its channel wants such messages.
 * Partition, offset and time tell it from all others.
 *
 * @param offset of the message in its partition
 * @param detail one sentence on why
 */
public record DeadLetter(
    LogPartition partition,
    long offset,
    RawMessage message,
    SkipReason reason,
    String detail,
    Instant at) {}
