// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.workloads;

import java.util.List;

/** Workloads on one stage. */
public record RestGroup(List<RestWorkload> workloads) implements Workload {

  @Override
  public void run(Bench bench) throws Exception {
    try (RestStage stage = RestStage.open(bench)) {
      stage.flowManager().run(Plan.WARM_UP_CONNECTIONS, bench.plan().warmUp());
      for (RestWorkload workload : workloads) {
        workload.warmUp(bench, stage);
      }
      for (RestWorkload workload : workloads) {
        workload.run(bench, stage);
      }
    }
  }
}
