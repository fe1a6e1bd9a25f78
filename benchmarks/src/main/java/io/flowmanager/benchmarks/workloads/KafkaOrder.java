// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.workloads;

import io.flowmanager.benchmarks.results.Line;

/**
 * Orders whose events come over Kafka, on one node and on two, with and without commands; and over
 * REST beside it.
 */
public final class KafkaOrder implements Workload {

  private static final String NAME = "kafka-order";

  @Override
  public void run(Bench bench) throws Exception {
    try (Cluster cluster = Cluster.open(bench, "kafka_order")) {
      for (int nodes = 1; nodes <= bench.plan().extent().kafkaNodes(); nodes++) {
        cluster.addNode();
        cluster.warmUp(KafkaFlow.SILENT);
        cluster.warmUp(KafkaFlow.SENDING);
        for (int round = 1; round <= bench.plan().rounds(); round++) {
          cluster.measure(line("rest-order", round), cluster.rest());
          cluster.measure(line("events", round), cluster.kafka(KafkaFlow.SILENT));
          cluster.measure(line("events-commands", round), cluster.kafka(KafkaFlow.SENDING));
        }
      }
    }
  }

  private static Line line(String system, int round) {
    return Line.of(NAME, system).number("round", round);
  }
}
