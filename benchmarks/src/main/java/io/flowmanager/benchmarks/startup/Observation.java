// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.startup;

import java.util.Locale;

/** One start. */
record Observation(
    int round, String system, long readyMillis, long processorMillis, Footprint footprint) {

  private static final double MEGABYTE = 1024 * 1024;

  String toJson() {
    return String.format(
        Locale.ROOT,
        "{\"workload\":\"start-up\",\"system\":\"%s\",\"round\":%d,\"readyMillis\":%d,\"processorMillis\":%d,"
            + "\"liveHeapMegabytes\":%.1f,\"residentMegabytes\":%.0f}",
        system,
        round,
        readyMillis,
        processorMillis,
        footprint.liveBytes() / MEGABYTE,
        footprint.residentBytes() / MEGABYTE);
  }

  double liveHeapMegabytes() {
    return footprint.liveBytes() / MEGABYTE;
  }
}
