// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.workloads;

import io.flowmanager.benchmarks.load.LoadGenerator;
import io.flowmanager.benchmarks.load.LoadOutcome;
import io.flowmanager.benchmarks.load.LoadTask;
import io.flowmanager.benchmarks.systems.Server;
import java.io.IOException;
import java.util.List;

/**
 * Servers that are asked over HTTP.
 *
 * @param task what is asked; connections and seconds are set anew
 * @param finishing what tells how many orders have come to their end
 */
record HttpContender(
    String name, List<Server> servers, LoadGenerator load, LoadTask task, Count finishing)
    implements Contender {

  static final String FLOW_MANAGER = "flow-manager";
  static final String BASELINE = "baseline";
  static final String BARE_USUAL = "bare-usual";
  static final String BARE_LEAN = "bare-lean";

  /** Orders at the root. */
  static HttpContender orders(
      String name, List<Server> servers, LoadGenerator load, Count finishing) {
    List<Integer> ports = servers.stream().map(Server::port).toList();
    return new HttpContender(
        name, servers, load, LoadTask.orders(ports.get(0), 1, 1).at(ports), finishing);
  }

  HttpContender doing(LoadTask other) {
    return new HttpContender(name, servers, load, other, finishing);
  }

  /** Sum over the servers. */
  double metric(String metric) throws IOException, InterruptedException {
    double sum = 0;
    for (Server server : servers) {
      sum += server.metric(metric);
    }
    return sum;
  }

  @Override
  public LoadOutcome run(int connections, double seconds) throws IOException {
    return load.run(task.lasting(connections, seconds));
  }

  @Override
  public Counters counters() throws IOException, InterruptedException {
    return Counters.of(servers, load.process());
  }

  @Override
  public double finished() throws Exception {
    return finishing.now();
  }
}
