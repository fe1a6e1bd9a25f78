// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks;

import io.flowmanager.benchmarks.load.LoadGenerator;
import io.flowmanager.benchmarks.report.Report;
import io.flowmanager.benchmarks.results.Goal;
import io.flowmanager.benchmarks.results.Goals;
import io.flowmanager.benchmarks.results.Line;
import io.flowmanager.benchmarks.results.Lines;
import io.flowmanager.benchmarks.results.Results;
import io.flowmanager.benchmarks.systems.Database;
import io.flowmanager.benchmarks.workloads.Bench;
import io.flowmanager.benchmarks.workloads.Suite;
import io.flowmanager.benchmarks.workloads.Workload;
import java.time.Instant;
import java.util.List;

/** Runs workloads, one after the other, and tells what came of them. See README.md. */
public final class Benchmarks {

  private Benchmarks() {}

  /**
   * @param args names of workloads, {@code short}, and settings such as {@code seconds=20}; see
   *     {@link Arguments}
   */
  public static void main(String[] args) throws Exception {
    Arguments arguments = Arguments.of(args);
    Results results = Results.create();
    try (Database database = Database.start(arguments.databaseSettings());
        LoadGenerator load = LoadGenerator.start()) {
      results.add(environment(database));
      var bench = new Bench(arguments.plan(), database, load, arguments.servers(), results);
      for (Workload workload : Suite.of(arguments.workloads())) {
        workload.run(bench);
      }
    }
    for (Goal goal : Goals.of(new Lines(results.lines()))) {
      results.add(goal.toLine());
    }
    System.out.println("Results: " + results.file());
    System.out.println("Report: " + Report.write(results));
  }

  private static Line environment(Database database) throws Exception {
    Line line = Line.of("environment", "-").text("time", Instant.now().toString());
    line.number("processors", Runtime.getRuntime().availableProcessors())
        .text("jdk", Runtime.version().toString());
    for (String setting : List.of("server_version", "fsync", "synchronous_commit")) {
      line.text(setting, database.setting(setting));
    }
    return line;
  }
}
