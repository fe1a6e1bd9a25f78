// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.workloads;

import io.flowmanager.benchmarks.results.Line;

/** One, two and three nodes on one database: as much as they can, and at one fixed rate for all. */
public final class Scale implements Workload {

  private static final String NAME = "scale";
  private static final int NODES = 3;
  private static final double SHARE_OF_ONE_NODE = 0.5;

  @Override
  public void run(Bench bench) throws Exception {
    try (Cluster cluster = Cluster.open(bench, "scale")) {
      double rate = 0;
      for (int nodes = 1; nodes <= NODES; nodes++) {
        cluster.addNode();
        cluster.warmUp(KafkaFlow.SILENT);
        if (nodes == 1) {
          double most =
              cluster
                  .rest()
                  .run(Cluster.CONNECTIONS, bench.plan().seconds())
                  .conversationsPerSecond();
          rate = most * SHARE_OF_ONE_NODE;
        }
        for (int round = 1; round <= bench.plan().rounds(); round++) {
          cluster.measure(line("rest-closed", round), cluster.rest());
          cluster.measure(
              line("rest-fixed-rate", round).number("plannedSagasPerSecond", rate),
              cluster.rest(rate));
          cluster.measure(line("kafka", round), cluster.kafka(KafkaFlow.SILENT));
        }
      }
    }
  }

  private static Line line(String system, int round) {
    return Line.of(NAME, system).number("round", round);
  }
}
