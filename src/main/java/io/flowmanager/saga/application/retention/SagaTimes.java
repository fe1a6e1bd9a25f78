// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.retention;

import java.time.Instant;

/** The time inside the ids that this server makes: a prefix and a UUID of version 7 (RFC 9562). */
final class SagaTimes {

  private static final int LOW_BITS = 16;
  private static final long LOW = 0xFFFF;

  private SagaTimes() {}

  /** A text before all ids that were made at that time or later, and behind all earlier ones. */
  static String firstId(String prefix, Instant time) {
    long millis = Math.max(0, time.toEpochMilli());
    return prefix + "%08x-%04x-".formatted(millis >>> LOW_BITS, millis & LOW);
  }
}
