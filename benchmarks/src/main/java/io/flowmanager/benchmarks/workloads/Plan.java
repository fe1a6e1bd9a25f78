// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.workloads;

import java.util.List;

/**
 * How long and how often.
 *
 * @param warmUp seconds of load on each server before anything is measured
 * @param seconds of each measurement
 * @param rounds how often each measurement is repeated, in turn with the others
 */
public record Plan(double warmUp, double seconds, int rounds, List<Integer> connections, List<String> javaOptions) {

  static final int WARM_UP_CONNECTIONS = 64;

  public static Plan full() {
    return new Plan(60, 12, 3, List.of(64, 16, 1), List.of());
  }

  public static Plan brief() {
    return new Plan(15, 6, 1, List.of(64, 1), List.of());
  }

  public Plan withWarmUp(double value) {
    return new Plan(value, seconds, rounds, connections, javaOptions);
  }

  public Plan withSeconds(double value) {
    return new Plan(warmUp, value, rounds, connections, javaOptions);
  }

  public Plan withRounds(int value) {
    return new Plan(warmUp, seconds, value, connections, javaOptions);
  }

  public Plan withConnections(List<Integer> value) {
    return new Plan(warmUp, seconds, rounds, value, javaOptions);
  }

  public Plan withJavaOptions(List<String> value) {
    return new Plan(warmUp, seconds, rounds, connections, value);
  }
}
