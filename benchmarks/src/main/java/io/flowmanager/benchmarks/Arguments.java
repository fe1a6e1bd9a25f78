// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks;

import io.flowmanager.benchmarks.systems.Build;
import io.flowmanager.benchmarks.systems.Servers;
import io.flowmanager.benchmarks.workloads.Plan;
import io.flowmanager.benchmarks.workloads.Suite;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is on the command line: names of workloads, or how many of them, and settings.
 *
 * @param databaseSettings those whose names begin with {@code db.}
 */
record Arguments(
    Plan plan, Servers servers, List<String> workloads, Map<String, String> databaseSettings) {

  private static final String ALL = "all";
  private static final String BRIEF = "short";
  private static final String DATABASE = "db.";

  static Arguments of(String[] args) {
    List<String> given = new ArrayList<>(List.of(args));
    boolean all = given.remove(ALL);
    boolean brief = given.remove(BRIEF);
    var arguments =
        new Arguments(
            brief ? Plan.brief() : Plan.full(),
            new Servers(Build.OURS, Optional.empty()),
            new ArrayList<>(),
            new HashMap<>());
    for (String arg : given) {
      arguments = arguments.with(arg);
    }
    if (arguments.workloads.isEmpty()) {
      List<String> some = brief ? Suite.briefNames() : Suite.usualNames();
      arguments.workloads.addAll(all ? Suite.names() : some);
    }
    return arguments;
  }

  private Arguments with(String arg) {
    int equals = arg.indexOf('=');
    if (equals < 0) {
      workloads.add(known(arg));
      return this;
    }
    String name = arg.substring(0, equals);
    String value = arg.substring(equals + 1);
    if (name.startsWith(DATABASE)) {
      databaseSettings.put(name.substring(DATABASE.length()), value);
      return this;
    }
    return ServerArguments.know(name)
        ? new Arguments(
            plan, ServerArguments.with(servers, name, value), workloads, databaseSettings)
        : new Arguments(with(plan, name, value), servers, workloads, databaseSettings);
  }

  private static String known(String workload) {
    if (!Suite.names().contains(workload)) {
      throw new IllegalArgumentException(
          "There is no workload %s. There are: %s.".formatted(workload, Suite.names()));
    }
    return workload;
  }

  private static Plan with(Plan plan, String name, String value) {
    return switch (name) {
      case "warmUp" -> plan.withWarmUp(Double.parseDouble(value));
      case "seconds" -> plan.withSeconds(Double.parseDouble(value));
      case "rounds" -> plan.withRounds(Integer.parseInt(value));
      case "connections" ->
          plan.withConnections(Arrays.stream(value.split(",")).map(Integer::valueOf).toList());
      case "kafkaNodes" -> plan.withKafkaNodes(Integer.parseInt(value));
      case "finishedSagas" -> plan.withFinishedSagas(Integer.parseInt(value));
      case "systems" -> plan.withSystems(List.of(value.split(",")));
      default ->
          throw new IllegalArgumentException(
              """
              There is no setting %s. There are: warmUp, seconds, rounds, connections, systems, \
              kafkaNodes, finishedSagas, jar, javaOptions, env.*, baseline, baselineOptions, db.*."""
                  .formatted(name));
    };
  }
}
