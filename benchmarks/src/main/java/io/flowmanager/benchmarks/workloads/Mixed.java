// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.workloads;

import io.flowmanager.benchmarks.load.Scripts;
import io.flowmanager.benchmarks.results.Line;

/** Orders over REST, with a read after each write. */
public final class Mixed implements RestWorkload {

  private static final int CONNECTIONS = 64;

  private static HttpContender contender(RestStage stage) {
    HttpContender orders = stage.flowManager();
    return orders.doing(orders.task().by(Scripts.MIXED));
  }

  @Override
  public void warmUp(Bench bench, RestStage stage) throws Exception {
    contender(stage).run(CONNECTIONS, bench.plan().warmUp() / 4);
  }

  @Override
  public void run(Bench bench, RestStage stage) throws Exception {
    for (int round = 1; round <= bench.plan().rounds(); round++) {
      bench.measure(
          Line.of("mixed", HttpContender.FLOW_MANAGER).number("round", round),
          contender(stage),
          CONNECTIONS);
    }
  }
}
