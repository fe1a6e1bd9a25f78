// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.report;

import io.flowmanager.benchmarks.results.Goal;
import java.util.List;

/** Goals, each met or not. */
final class GoalTable {

  private GoalTable() {}

  static String of(List<Goal> goals) {
    if (goals.isEmpty()) {
      return "";
    }
    var table =
        new StringBuilder(
            """
            <div class="table"><table>
            <tr><th class="text">goal</th><th>measured</th><th>wanted</th><th></th></tr>
            """);
    goals.forEach(goal -> table.append(row(goal)));
    return table.append("</table></div>").toString();
  }

  private static String row(Goal goal) {
    return """
        <tr><td class="text wide">%s</td><td>%s</td><td>%s %s</td><td class="%s">%s</td></tr>
        """
        .formatted(
            Xml.text(goal.name()),
            Xml.number(goal.value()),
            goal.atLeast() ? "≥" : "≤",
            Xml.number(goal.bound()),
            goal.isMet() ? "yes" : "no",
            goal.isMet() ? "met" : "not met");
  }
}
