// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.workloads;

import io.flowmanager.benchmarks.load.Pace;
import io.flowmanager.benchmarks.results.Line;
import java.util.List;

/**
 * Orders that come at a constant rate, a share of what the server can do. Latencies count from the
 * planned moment, so a pause of the server shows in every request that it has held up.
 */
public final class OpenLoop implements RestWorkload {

  private static final int CONNECTIONS = 128;
  private static final List<Double> SHARES = List.of(0.5, 0.8);

  @Override
  public void warmUp(Bench bench, RestStage stage) {
    // that of the stage is enough
  }

  @Override
  public void run(Bench bench, RestStage stage) throws Exception {
    HttpContender orders = stage.flowManager();
    double most =
        orders.run(Plan.WARM_UP_CONNECTIONS, bench.plan().seconds() / 2).conversationsPerSecond();
    for (double share : SHARES) {
      HttpContender paced = orders.doing(orders.task().paced(Pace.open(most * share)));
      Line line = Line.of("open-loop", HttpContender.FLOW_MANAGER).number("shareOfMost", share);
      bench.measure(line.number("plannedSagasPerSecond", most * share), paced, CONNECTIONS);
    }
  }
}
