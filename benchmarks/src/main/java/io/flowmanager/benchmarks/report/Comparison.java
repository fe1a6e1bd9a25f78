// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.report;

import io.flowmanager.benchmarks.results.Goal;
import io.flowmanager.benchmarks.results.Goals;
import io.flowmanager.benchmarks.results.Lines;
import io.flowmanager.benchmarks.results.Results;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Whether two runs agree in what the goals are judged by. */
public final class Comparison {

  private static final double TOLERANCE = 0.15;

  private Comparison() {}

  /**
   * Prints each value of the goals in both runs, and how far they are apart.
   *
   * @param args files of results
   */
  public static void main(String[] args) throws IOException {
    Map<String, Goal> later = goals(args[1]);
    goals(args[0]).values().stream()
        .filter(goal -> later.containsKey(goal.name()))
        .forEach(goal -> System.out.println(row(goal, later.get(goal.name()))));
  }

  private static Map<String, Goal> goals(String file) throws IOException {
    return Goals.of(new Lines(Results.read(Path.of(file)).lines())).stream()
        .collect(Collectors.toMap(Goal::name, Function.identity()));
  }

  private static String row(Goal one, Goal other) {
    double apart = one.value() == other.value() ? 0 : other.value() / one.value() - 1;
    return "%-100s %10s %10s %+7.1f %%  %s"
        .formatted(
            one.name(),
            Xml.number(one.value()),
            Xml.number(other.value()),
            apart * 100,
            Math.abs(apart) <= TOLERANCE ? "agree" : "differ");
  }
}
