// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.workloads;

import io.flowmanager.benchmarks.processes.Ports;
import io.flowmanager.benchmarks.results.Line;
import io.flowmanager.benchmarks.systems.FlowFiles;
import io.flowmanager.benchmarks.systems.Server;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Orders through a router with main and sub flow in the same server: a start, four events, and a
 * notification by which the main saga comes to its end, and then the sub saga.
 */
public final class RouterOrder implements Workload {

  private static final String NAME = "router-order";
  private static final String DATA = "router_order";
  private static final Path RULES = Path.of("benchmarks/flows/router/rules.json");
  private static final int CONNECTIONS = 64;
  private static final int SAGAS_PER_ORDER = 2;

  @Override
  public void run(Bench bench) throws Exception {
    String data = bench.database().create(DATA);
    int port = Ports.free();
    FlowFiles flows = FlowFiles.create().copy("router", "main", port).copy("router", "sub", port);
    try (Server server = bench.servers().flowManager(port, data, settings(flows))) {
      Contender contender = contender(bench, server);
      contender.run(CONNECTIONS, bench.plan().shortWarmUp());
      for (int round = 1; round <= bench.plan().rounds(); round++) {
        bench.measure(
            Line.of(NAME, contender.name()).number("round", round), contender, CONNECTIONS);
      }
    }
  }

  private static Contender contender(Bench bench, Server server) {
    Count done = () -> bench.database().number(DATA, "select count(*) from saga where final_state");
    HttpContender orders =
        HttpContender.orders(
            HttpContender.FLOW_MANAGER,
            List.of(server),
            bench.load(),
            () -> done.now() / SAGAS_PER_ORDER);
    return new SettledContender(orders, SAGAS_PER_ORDER, done);
  }

  private static Map<String, String> settings(FlowFiles flows) {
    Map<String, String> settings = new HashMap<>(flows.settings());
    settings.putAll(
        Map.of(
            "SUB_FLOW_CONFIGURATION_FILE_PATH", RULES.toAbsolutePath().toString(),
            "MAIN_FLOW_MANAGER_URL", "flow:main",
            "MAIN_SAGA_CRUD_URL", "flow:main",
            "MAIN_FLOW_ID_KEY", "mainSagaId",
            "SUB_FLOW_ID_KEY", "subSagaId",
            "MAIN_FLOW_DATA_KEY", "forMain",
            "SUB_FLOW_CREATED_EVENT", "subFlowCreated"));
    return settings;
  }
}
