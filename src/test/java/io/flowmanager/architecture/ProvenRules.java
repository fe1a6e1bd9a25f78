// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What every theme of rules owes: its rules hold, and each has shown that it can fail. */
interface ProvenRules {

  List<Rule> rules();

  @TestFactory
  default Stream<DynamicTest> mainCodeKeepsTheRule() {
    return rules().stream().map(rule -> dynamicTest(rule.name(), () -> keeps(rule)));
  }

  @TestFactory
  default Stream<DynamicTest> theRuleNamesTheCulpritOfItsBadExample() {
    return rules().stream()
        .flatMap(
            rule ->
                rule.culprits().stream()
                    .map(
                        culprit ->
                            dynamicTest(
                                rule.name() + " - " + culprit.getSimpleName(),
                                () -> refuses(rule, culprit))));
  }

  private static void keeps(Rule rule) {
    EvaluationResult result = rule.inMainCode();
    assertThat(result.hasViolation()).as(result.getFailureReport().toString()).isFalse();
  }

  private static void refuses(Rule rule, Class<?> culprit) {
    assertThat(rule.inTheHouseOf(culprit).getFailureReport().getDetails())
        .as(rule.name())
        .anyMatch(detail -> detail.contains(culprit.getName()));
  }
}
