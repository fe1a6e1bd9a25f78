// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.floor;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** UUIDs of version 7, whose index grows at its end only. */
final class TimeOrderedId {

  private TimeOrderedId() {}

  static UUID at(long millis) {
    var random = ThreadLocalRandom.current();
    long high = millis << 16 | 0x7000 | random.nextInt(0x1000);
    return new UUID(high, random.nextLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L);
  }
}
