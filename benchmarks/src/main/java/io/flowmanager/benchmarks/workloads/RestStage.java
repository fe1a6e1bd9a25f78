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
import java.util.Optional;

/** One warm Flow Manager, and what it is compared with; all workloads over REST share them. */
record RestStage(
    Bench bench,
    Server server,
    Optional<Server> baseline,
    Server bare,
    FloorProgram floor,
    Sink sink)
    implements AutoCloseable {

  private static final String DATA = "rest";
  private static final String BASELINE_DATA = "rest_baseline";
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
    return new RestStage(
        bench,
        bench.servers().flowManager(data, flows.settings(ORDER)),
        bench.servers().baseline(bench.database().create(BASELINE_DATA), flows.settings(ORDER)),
        bench.servers().bare(),
        FloorProgram.start(data),
        sink);
  }

  HttpContender flowManager() {
    return orders(HttpContender.FLOW_MANAGER, server, DATA);
  }

  /** What it is compared with, if there is something. */
  List<Contender> earlier() {
    return baseline.stream()
        .<Contender>map(earlier -> orders(HttpContender.BASELINE, earlier, BASELINE_DATA))
        .toList();
  }

  private HttpContender orders(String name, Server node, String data) {
    return HttpContender.orders(
        name,
        List.of(node),
        bench.load(),
        () -> bench.database().number(data, "select count(*) from saga where final_state"));
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
    baseline.ifPresent(Server::close);
    bare.close();
    floor.close();
    sink.close();
  }
}
