// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.workloads;

import java.util.List;

/**
 * How long and how often.
 *
 * @param warmUp seconds of load on each server before anything is measured
 * @param seconds of each measurement
 * @param finishedSagas how many the tables are filled with, for {@code growth}
 * @param systems which ones of those that are compared; all if empty
 * @param rounds how often each measurement is repeated, in turn with the others
 */
public record Plan(
    double warmUp,
    double seconds,
    int rounds,
    List<Integer> connections,
    List<String> systems,
    int finishedSagas) {

  static final int WARM_UP_CONNECTIONS = 64;

  private static final int FINISHED = 5_000_000;

  public static Plan full() {
    return new Plan(60, 12, 3, List.of(64, 16, 1), List.of(), FINISHED);
  }

  public static Plan brief() {
    return new Plan(15, 5, 1, List.of(64, 1), List.of(), FINISHED);
  }

  public Plan withWarmUp(double value) {
    return new Plan(value, seconds, rounds, connections, systems, finishedSagas);
  }

  public Plan withSeconds(double value) {
    return new Plan(warmUp, value, rounds, connections, systems, finishedSagas);
  }

  public Plan withRounds(int value) {
    return new Plan(warmUp, seconds, value, connections, systems, finishedSagas);
  }

  public Plan withConnections(List<Integer> value) {
    return new Plan(warmUp, seconds, rounds, value, systems, finishedSagas);
  }

  public Plan withSystems(List<String> value) {
    return new Plan(warmUp, seconds, rounds, connections, value, finishedSagas);
  }

  boolean wants(String system) {
    return systems.isEmpty() || systems.contains(system);
  }

  public Plan withFinishedSagas(int value) {
    return new Plan(warmUp, seconds, rounds, connections, systems, value);
  }
}
