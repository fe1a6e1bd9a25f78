// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.workloads;

import java.util.List;

/**
 * How long, how often, how much.
 *
 * @param warmUp seconds of load on each server before anything is measured
 * @param seconds of each measurement
 * @param rounds how often each measurement is repeated, in turn with the others
 * @param connections of {@code rest-order}
 * @param systems of {@code rest-order}; all if empty
 * @param extent of what is larger than the rest
 */
public record Plan(
    double warmUp,
    double seconds,
    int rounds,
    List<Integer> connections,
    List<String> systems,
    Extent extent) {

  /**
   * @param kafkaNodes how many nodes {@code kafka-order} goes up to
   * @param finishedSagas how many the tables are filled with for {@code growth}
   */
  public record Extent(int kafkaNodes, int finishedSagas) {}

  static final int WARM_UP_CONNECTIONS = 64;

  private static final int FINISHED = 5_000_000;

  public static Plan full() {
    return new Plan(60, 10, 3, List.of(64, 16, 1), List.of(), new Extent(2, FINISHED));
  }

  public static Plan brief() {
    List<String> systems =
        List.of(
            HttpContender.BARE_LEAN,
            HttpContender.BASELINE,
            HttpContender.FLOW_MANAGER,
            FloorContender.SINGLE,
            FloorContender.MANY);
    return new Plan(12, 4, 1, List.of(64, 1), systems, new Extent(1, FINISHED));
  }

  public Plan withWarmUp(double value) {
    return new Plan(value, seconds, rounds, connections, systems, extent);
  }

  public Plan withSeconds(double value) {
    return new Plan(warmUp, value, rounds, connections, systems, extent);
  }

  public Plan withRounds(int value) {
    return new Plan(warmUp, seconds, value, connections, systems, extent);
  }

  public Plan withConnections(List<Integer> value) {
    return new Plan(warmUp, seconds, rounds, value, systems, extent);
  }

  public Plan withSystems(List<String> value) {
    return new Plan(warmUp, seconds, rounds, connections, value, extent);
  }

  public Plan withKafkaNodes(int value) {
    var other = new Extent(value, extent.finishedSagas());
    return new Plan(warmUp, seconds, rounds, connections, systems, other);
  }

  public Plan withFinishedSagas(int value) {
    var other = new Extent(extent.kafkaNodes(), value);
    return new Plan(warmUp, seconds, rounds, connections, systems, other);
  }

  /** For servers that are compared only with such as have had no more. */
  double shortWarmUp() {
    return warmUp / 2;
  }

  boolean wants(String system) {
    return systems.isEmpty() || systems.contains(system);
  }
}
