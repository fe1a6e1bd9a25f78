// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.workloads;

import io.flowmanager.benchmarks.floor.FloorProgram;
import io.flowmanager.benchmarks.floor.FloorTables;
import io.flowmanager.benchmarks.load.LoadOutcome;
import io.flowmanager.benchmarks.processes.GarbageCollections;
import io.flowmanager.benchmarks.processes.ProcessorTime;
import io.flowmanager.benchmarks.systems.Database;
import java.io.IOException;
import java.sql.SQLException;

/**
 * Orders in the database alone. The program is load and server in one; its processor time counts as the server's.
 *
 * @param steps how many steps share a transaction
 */
record FloorOrders(int steps, FloorProgram program, Database database, String data) implements OrderSystem {

  static final String SINGLE = "floor-1";
  static final String MANY = "floor-50";

  @Override
  public String name() {
    return "floor-" + steps;
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
  public double finished() throws SQLException {
    return database.number(data, FloorTables.FINISHED);
  }
}
