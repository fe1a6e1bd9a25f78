// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.workloads;

import java.util.List;

/** Workloads on one stage. */
public record RestGroup(List<RestWorkload> workloads) implements Workload {

  @Override
  public void run(Bench bench) throws Exception {
    try (RestStage stage = RestStage.open(bench)) {
      new WarmUp(bench.plan().warmUp()).run(stage.flowManager());
      for (RestWorkload workload : workloads) {
        workload.warmUp(bench, stage);
      }
      for (RestWorkload workload : workloads) {
        workload.run(bench, stage);
      }
    }
  }
}
