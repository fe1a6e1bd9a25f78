// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.workloads;

import io.flowmanager.benchmarks.floor.FloorProgram;
import io.flowmanager.benchmarks.floor.FloorTables;
import io.flowmanager.benchmarks.results.Line;
import io.flowmanager.benchmarks.systems.Server;
import java.nio.file.Path;
import java.util.List;

/**
 * Orders over REST, no commands: the bare resource, Flow Manager and the floor in turn, on so many connections, so that
 * whatever happens to the machine happens to all of them.
 */
public final class RestOrder implements Workload {

  static final Path FLOW = Path.of("benchmarks/flows/rest-order.json");
  private static final String NAME = "rest-order";
  private static final double FLOOR_WARM_UP = 0.2;

  @Override
  public void run(Bench bench) throws Exception {
    String data = bench.database().create("rest_order");
    FloorTables.create(data);
    try (Server bare = bench.servers().bare();
        Server server = bench.servers().flowManager(data, FLOW);
        FloorProgram floor = FloorProgram.start(data)) {
      List<OrderSystem> systems =
          List.of(
              new BareOrders("usual", bare, bench.load()),
              new BareOrders("lean", bare, bench.load()),
              new FlowManagerOrders(
                  FlowManagerOrders.NAME, server, bench.load(), bench.database(), "rest_order"),
              new FloorOrders(1, floor, bench.database(), "rest_order"),
              new FloorOrders(50, floor, bench.database(), "rest_order"));
      warmUp(systems, bench.plan().warmUp());
      measure(bench, systems);
    }
  }

  private static void warmUp(List<OrderSystem> systems, double seconds) throws Exception {
    for (OrderSystem system : systems) {
      double share = system instanceof FloorOrders ? FLOOR_WARM_UP : 1;
      system.run(Plan.WARM_UP_CONNECTIONS, seconds * share);
    }
  }

  private static void measure(Bench bench, List<OrderSystem> systems) throws Exception {
    for (int connections : bench.plan().connections()) {
      for (int round = 1; round <= bench.plan().rounds(); round++) {
        for (OrderSystem system : systems) {
          Line line =
              Line.of(NAME, system.name()).number("connections", connections).number("round", round);
          bench.measure(line, system, connections);
        }
      }
    }
  }
}
