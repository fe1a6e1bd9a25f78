// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.workloads;

import io.flowmanager.benchmarks.load.LoadOutcome;
import io.flowmanager.benchmarks.processes.Patience;

/**
 * Orders that cause commands. An order counts when its commands have arrived, so the time lasts until the last one has:
 * commands that pile up would make good numbers else.
 *
 * @param delivered what tells how many commands have arrived
 */
record CommandsContender(Contender orders, int commandsPerOrder, Count delivered) implements Contender {

  @Override
  public String name() {
    return orders.name();
  }

  @Override
  public LoadOutcome run(int connections, double seconds) throws Exception {
    double before = delivered.now();
    long begun = System.nanoTime();
    LoadOutcome outcome = orders.run(connections, seconds);
    double expected = before + (double) outcome.conversations() * commandsPerOrder;
    Patience.await("all commands are delivered", () -> delivered.now() >= expected);
    return outcome.within((System.nanoTime() - begun) / 1e9);
  }

  @Override
  public Counters counters() throws Exception {
    return orders.counters();
  }

  @Override
  public double finished() throws Exception {
    return orders.finished();
  }
}
