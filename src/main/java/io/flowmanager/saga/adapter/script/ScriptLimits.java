// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.script;

import java.time.Duration;

/**
 * What one run may spend.
 *
 * @param processorTime of the calling thread, for all calls of a run together
 * @param megabytes of memory, the interpreter's own one and a half included
 */
public record ScriptLimits(Duration processorTime, int megabytes) {

  private static final int LEAST_MEGABYTES = 4;
  private static final int MOST_MEGABYTES = 1024;

  /** A quarter of a second and 32 MB. */
  public static final ScriptLimits DEFAULT = new ScriptLimits(Duration.ofMillis(250), 32);

  public ScriptLimits {
    if (processorTime.isNegative() || processorTime.isZero()) {
      throw new IllegalArgumentException(
          "A script needs processor time, but its limit is "
              + processorTime
              + "; give it a positive duration.");
    }
    if (megabytes < LEAST_MEGABYTES || megabytes > MOST_MEGABYTES) {
      throw new IllegalArgumentException(
          "A script's memory limit is "
              + megabytes
              + " MB; it must lie between "
              + LEAST_MEGABYTES
              + " and "
              + MOST_MEGABYTES
              + " MB.");
    }
  }

  int pages() {
    return megabytes * 16;
  }
}
