// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.workloads;

import io.flowmanager.benchmarks.floor.FloorProgram;
import io.flowmanager.benchmarks.load.LoadOutcome;
import io.flowmanager.benchmarks.processes.GarbageCollections;
import io.flowmanager.benchmarks.processes.ProcessorTime;
import java.io.IOException;

/**
 * The database alone. The program is load and server in one; its processor time counts as the
 * server's.
 *
 * @param steps how many steps share a transaction
 */
record FloorContender(int steps, FloorProgram program, Count finishing) implements Contender {

  static final String SINGLE = "floor-1";
  static final String MANY = "floor-50";
  static final int MANY_STEPS = 50;

  @Override
  public String name() {
    return steps == 1 ? SINGLE : MANY;
  }

  @Override
  public LoadOutcome run(int connections, double seconds) throws IOException {
    return program.run(connections, seconds, steps);
  }

  @Override
  public Counters counters() throws IOException {
    double cpu = ProcessorTime.of(program.process());
    return new Counters(cpu, 0, GarbageCollections.of(program.process()), 0, 0);
  }

  @Override
  public double finished() throws Exception {
    return finishing.now();
  }
}
