// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.workloads;

import io.flowmanager.benchmarks.load.LoadGenerator;
import io.flowmanager.benchmarks.results.Line;
import io.flowmanager.benchmarks.results.Results;
import io.flowmanager.benchmarks.systems.Database;
import io.flowmanager.benchmarks.systems.Servers;
import java.io.IOException;

/** What all workloads of a run share. */
public record Bench(
    Plan plan, Database database, LoadGenerator load, Servers servers, Results results) {

  /** Measures and notes it down. */
  Measurement measure(Line line, Contender system, int connections) throws Exception {
    Measurement measurement = Measurement.of(system, database, connections, plan.seconds());
    note(measurement.describe(line.number("connections", connections)));
    return measurement;
  }

  void note(Line line) throws IOException {
    results.add(line);
  }
}
