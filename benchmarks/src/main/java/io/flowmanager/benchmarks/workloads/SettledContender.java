// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.workloads;

import io.flowmanager.benchmarks.load.LoadOutcome;
import io.flowmanager.benchmarks.processes.Patience;

/**
 * Orders that have something happen behind the caller's back, such as commands. An order counts
 * when that has happened, so the time lasts until the last of it has: what piles up would make good
 * numbers else.
 *
 * @param perOrder how often it has to happen for each order
 * @param happened how often it has happened
 */
record SettledContender(Contender orders, int perOrder, Count happened) implements Contender {

  @Override
  public String name() {
    return orders.name();
  }

  @Override
  public void prepare(int connections, double seconds) throws Exception {
    orders.prepare(connections, seconds);
  }

  @Override
  public LoadOutcome run(int connections, double seconds) throws Exception {
    double before = happened.now();
    long begun = System.nanoTime();
    LoadOutcome outcome = orders.run(connections, seconds);
    double expected = before + (double) outcome.conversations() * perOrder;
    Patience.await("all that the orders have caused is done", () -> happened.now() >= expected);
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
