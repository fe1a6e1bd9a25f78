// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.workloads;

/**
 * Load before anything is counted: for so many seconds, and on until the system gets no faster.
 * Compared with one that is still being compiled, another looks better than it is.
 *
 * @param seconds at least; at most four times as many
 */
record WarmUp(double seconds) {

  private static final int SLICES = 5;
  private static final int MOST = 4 * SLICES;
  private static final int STEADY = 2;
  private static final double FASTER = 1.03;

  void run(Contender contender) throws Exception {
    double best = 0;
    int steady = 0;
    for (int slice = 1; slice <= MOST && (slice <= SLICES || steady < STEADY); slice++) {
      double rate =
          contender.run(Plan.WARM_UP_CONNECTIONS, seconds / SLICES).conversationsPerSecond();
      steady = rate > FASTER * best ? 0 : steady + 1;
      best = Math.max(best, rate);
    }
  }
}
