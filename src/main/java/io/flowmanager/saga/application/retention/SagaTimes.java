// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.retention;

import java.time.Instant;
import java.util.HexFormat;

/** The time inside the ids that this server makes: a prefix and a UUID of version 7 (RFC 9562). */
final class SagaTimes {

  private static final int DIGITS = 12;
  private static final int FIRST_PART = 8;

  private SagaTimes() {}

  /** A text before all ids that were made at that time or later, and behind all earlier ones. */
  static String firstId(String prefix, Instant time) {
    long millis = Math.max(0, time.toEpochMilli());
    String digits = HexFormat.of().toHexDigits(millis, DIGITS);
    return prefix + digits.substring(0, FIRST_PART) + "-" + digits.substring(FIRST_PART) + "-";
  }
}
