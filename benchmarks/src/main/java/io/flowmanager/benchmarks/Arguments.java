// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks;

import io.flowmanager.benchmarks.workloads.Plan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is on the command line: names of workloads (all when there is none), {@code short}, and settings.
 *
 * @param databaseSettings those whose names begin with {@code db.}
 */
record Arguments(Plan plan, List<String> workloads, Map<String, String> databaseSettings) {

  private static final String DATABASE = "db.";

  static Arguments of(String[] args, List<String> known) {
    Plan plan = Arrays.asList(args).contains("short") ? Plan.brief() : Plan.full();
    List<String> workloads = new ArrayList<>();
    Map<String, String> database = new HashMap<>();
    for (String argument : args) {
      int equals = argument.indexOf('=');
      if (known.contains(argument)) {
        workloads.add(argument);
      } else if (equals > 0 && argument.startsWith(DATABASE)) {
        database.put(argument.substring(DATABASE.length(), equals), argument.substring(equals + 1));
      } else if (equals > 0) {
        plan = with(plan, argument.substring(0, equals), argument.substring(equals + 1));
      } else if (!argument.equals("short")) {
        throw new IllegalArgumentException("There is no workload %s. There are: %s.".formatted(argument, known));
      }
    }
    return new Arguments(plan, workloads.isEmpty() ? known : workloads, database);
  }

  private static Plan with(Plan plan, String name, String value) {
    return switch (name) {
      case "warmUp" -> plan.withWarmUp(Double.parseDouble(value));
      case "seconds" -> plan.withSeconds(Double.parseDouble(value));
      case "rounds" -> plan.withRounds(Integer.parseInt(value));
      case "connections" -> plan.withConnections(Arrays.stream(value.split(",")).map(Integer::valueOf).toList());
      case "finishedSagas" -> plan.withFinishedSagas(Integer.parseInt(value));
      case "javaOptions" -> plan.withJavaOptions(List.of(value.split(",")));
      case "systems" -> plan.withSystems(List.of(value.split(",")));
      default ->
          throw new IllegalArgumentException(
              "There is no setting " + name + ". There are: warmUp, seconds, rounds, connections, systems, finishedSagas, javaOptions, db.*.");
    };
  }
}
