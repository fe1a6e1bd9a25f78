// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.results;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

class GoalsTest {

  private static JsonObject commands(String system, double sagasPerSecond) {
    return Line.of("rest-order-commands", system).number("sagasPerSecond", sagasPerSecond).build();
  }

  private static List<Goal> goals(JsonObject... lines) {
    return Goals.of(new Lines(List.of(lines)));
  }

  @Test
  void aGoalIsJudgedByTheMediansOfTheRounds() {
    List<Goal> goals =
        goals(
            commands("without-commands", 1000),
            commands("flow-manager", 100),
            commands("flow-manager", 650),
            commands("flow-manager", 900));

    assertThat(goals).hasSize(1);
    assertThat(goals.get(0).value()).isEqualTo(0.65);
    assertThat(goals.get(0).isMet()).isTrue();
  }

  @Test
  void aGoalThatIsMissedIsNotMet() {
    List<Goal> goals = goals(commands("without-commands", 1000), commands("flow-manager", 500));

    assertThat(goals.get(0).isMet()).isFalse();
  }

  @Test
  void whatWasNotMeasuredIsNotJudged() {
    assertThat(goals(commands("flow-manager", 500))).isEmpty();
  }
}
