// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.workloads;

import io.flowmanager.benchmarks.load.LoadGenerator;
import io.flowmanager.benchmarks.load.LoadOutcome;
import io.flowmanager.benchmarks.load.LoadTask;
import io.flowmanager.benchmarks.load.Scripts;
import io.flowmanager.benchmarks.systems.Database;
import io.flowmanager.benchmarks.systems.Server;
import java.io.IOException;
import java.sql.SQLException;

/**
 * Orders at Flow Manager.
 *
 * @param data name of its database
 */
record FlowManagerOrders(String name, Server server, LoadGenerator load, Database database, String data)
    implements OrderSystem {

  static final String NAME = "flow-manager";

  @Override
  public LoadOutcome run(int connections, double seconds) throws IOException {
    return load.run(LoadTask.closed(server.port(), Scripts.ORDER, connections, seconds));
  }

  @Override
  public Counters counters() throws IOException, InterruptedException {
    return Counters.of(server, load.process(), true);
  }

  @Override
  public double finished() throws SQLException {
    return database.number(data, "select count(*) from saga where final_state");
  }
}
