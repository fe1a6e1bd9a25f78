// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.workloads;

import io.flowmanager.benchmarks.results.Line;
import java.util.List;
import java.util.Map;

/**
 * What an event costs where much has gathered, against the same where little has: finished sagas,
 * history of a saga, hosted flows, metadata. Everything at one fixed rate, far below what the
 * servers can do, the two in turn.
 */
public final class Growth implements Workload {

  private static final String NAME = "growth";
  private static final int CONNECTIONS = 16;
  private static final List<Integer> METADATA_KB = List.of(1, 10, 100);

  @Override
  public void run(Bench bench) throws Exception {
    try (GrowthStage stage = GrowthStage.open(bench)) {
      for (int round = 1; round <= bench.plan().rounds(); round++) {
        for (Map.Entry<String, Contender> one : stage.contenders().entrySet()) {
          measure(bench, one.getKey(), one.getValue(), round);
        }
        for (int kilobytes : METADATA_KB) {
          measure(bench, "metadata-" + kilobytes + "KB", stage.metadata(kilobytes), round);
        }
      }
    }
  }

  private static void measure(Bench bench, String system, Contender contender, int round)
      throws Exception {
    Line line = Line.of(NAME, system).number("round", round);
    if (system.equals(GrowthStage.FINISHED)) {
      line.number("finishedSagas", bench.plan().extent().finishedSagas());
    }
    bench.measure(line, contender, CONNECTIONS);
  }
}
