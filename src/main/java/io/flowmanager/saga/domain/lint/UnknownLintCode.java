// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.lint;

import io.flowmanager.saga.domain.flow.Spelling;
import io.flowmanager.saga.domain.lint.finding.Finding;
import io.flowmanager.saga.domain.lint.finding.FindingCode;
import io.flowmanager.saga.domain.lint.finding.LintedFlow;
import io.flowmanager.saga.domain.lint.finding.Rule;
import io.flowmanager.saga.domain.lint.finding.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A code to ignore that does not exist, so the intended finding is still reported. */
final class UnknownLintCode implements Rule {

  private static final List<String> KNOWN =
      Arrays.stream(FindingCode.values()).map(FindingCode::code).toList();

  @Override
  public List<Finding> check(LintedFlow flow) {
    List<String> ignored = flow.settings().ignore();
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < ignored.size(); i++) {
      if (!KNOWN.contains(ignored.get(i))) {
        String message =
            "There is no finding with the code "
                + Spelling.quote(ignored.get(i))
                + "."
                + Words.advice(ignored.get(i), KNOWN);
        findings.add(
            new Finding(
                FindingCode.UNKNOWN_LINT_CODE, "/settings/lint/ignore/" + i, message, List.of()));
      }
    }
    return findings;
  }
}
