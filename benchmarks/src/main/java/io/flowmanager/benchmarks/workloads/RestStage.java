// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.workloads;

import io.flowmanager.benchmarks.floor.FloorProgram;
import io.flowmanager.benchmarks.floor.FloorTables;
import io.flowmanager.benchmarks.load.LoadTask;
import io.flowmanager.benchmarks.participants.Sink;
import io.flowmanager.benchmarks.systems.Channels;
import io.flowmanager.benchmarks.systems.FlowFiles;
import io.flowmanager.benchmarks.systems.Server;
import java.util.List;

/** One warm Flow Manager, and what it is compared with; all workloads over REST share them. */
record RestStage(Bench bench, Server server, Server bare, FloorProgram floor, Sink sink)
    implements AutoCloseable {

  private static final String DATA = "rest";
  private static final String ORDER = "rest-order";
  private static final String WITH_COMMANDS = "rest-order-commands";
  private static final int COMMANDS_PER_ORDER = 4;

  static RestStage open(Bench bench) throws Exception {
    String data = bench.database().create(DATA);
    FloorTables.create(data);
    Sink sink = Sink.start();
    FlowFiles flows =
        FlowFiles.create()
            .order(ORDER)
            .order(WITH_COMMANDS, Channels.rest("sink", sink.port()), "sink");
    Server server = bench.servers().flowManager(data, flows.settings(ORDER));
    return new RestStage(bench, server, bench.servers().bare(), FloorProgram.start(data), sink);
  }

  HttpContender flowManager() {
    return HttpContender.orders(
        HttpContender.FLOW_MANAGER,
        List.of(server),
        bench.load(),
        () -> bench.database().number(DATA, "select count(*) from saga where final_state"));
  }

  SettledContender flowManagerWithCommands() {
    HttpContender orders = flowManager();
    LoadTask task = orders.task().below(List.of("/flows/" + WITH_COMMANDS));
    return new SettledContender(orders.doing(task), COMMANDS_PER_ORDER, sink::count);
  }

  HttpContender bare(String name) {
    String path = name.replace("bare-", "/");
    HttpContender orders =
        HttpContender.orders(
            name,
            List.of(bare),
            bench.load(),
            () -> Double.parseDouble(bare.get(path + "/finished")));
    return orders.doing(orders.task().below(List.of(path)));
  }

  FloorContender floor(int steps) {
    return new FloorContender(
        steps, floor, () -> bench.database().number(DATA, FloorTables.FINISHED));
  }

  @Override
  public void close() {
    server.close();
    bare.close();
    floor.close();
    sink.close();
  }
}
