// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.workloads;

import io.flowmanager.benchmarks.load.LoadGenerator;
import io.flowmanager.benchmarks.load.LoadOutcome;
import io.flowmanager.benchmarks.load.LoadTask;
import io.flowmanager.benchmarks.load.Scripts;
import io.flowmanager.benchmarks.systems.Server;
import java.io.IOException;

/**
 * Orders at a resource that keeps nothing.
 *
 * @param variant {@code lean} or {@code usual}
 */
record BareOrders(String variant, Server server, LoadGenerator load) implements OrderSystem {

  static final String LEAN = "bare-lean";

  @Override
  public String name() {
    return "bare-" + variant;
  }

  @Override
  public LoadOutcome run(int connections, double seconds) throws IOException {
    return load.run(LoadTask.closed(server.port(), Scripts.ORDER, connections, seconds).below("/" + variant));
  }

  @Override
  public Counters counters() throws IOException, InterruptedException {
    return Counters.of(server, load.process(), false);
  }

  @Override
  public double finished() throws IOException, InterruptedException {
    return Double.parseDouble(server.get("/" + variant + "/finished"));
  }
}
