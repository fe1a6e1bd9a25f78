// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks;

import io.flowmanager.benchmarks.workloads.Plan;
import io.flowmanager.benchmarks.workloads.Suite;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is on the command line: names of workloads (all when there is none), {@code short}, and
 * settings.
 *
 * @param databaseSettings those whose names begin with {@code db.}
 */
record Arguments(Plan plan, List<String> workloads, Map<String, String> databaseSettings) {

  private static final String BRIEF = "short";
  private static final String DATABASE = "db.";

  static Arguments of(String[] args) {
    boolean brief = Arrays.asList(args).contains(BRIEF);
    var arguments =
        new Arguments(brief ? Plan.brief() : Plan.full(), new ArrayList<>(), new HashMap<>());
    for (String arg : args) {
      arguments = arg.equals(BRIEF) ? arguments : arguments.with(arg);
    }
    if (arguments.workloads.isEmpty()) {
      arguments.workloads.addAll(brief ? Suite.briefNames() : Suite.names());
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
    if (!name.startsWith(DATABASE)) {
      return new Arguments(with(plan, name, value), workloads, databaseSettings);
    }
    databaseSettings.put(name.substring(DATABASE.length()), value);
    return this;
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
      case "finishedSagas" -> plan.withFinishedSagas(Integer.parseInt(value));
      case "javaOptions" -> plan.withJavaOptions(List.of(value.split(",")));
      case "systems" -> plan.withSystems(List.of(value.split(",")));
      default ->
          throw new IllegalArgumentException(
              """
              There is no setting %s. There are: warmUp, seconds, rounds, connections, systems, \
              finishedSagas, javaOptions, db.*."""
                  .formatted(name));
    };
  }
}
