// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.domain;

import io.flowmanager.router.domain.RulesFinding.Severity;
import java.util.List;

/**
 * The result of reading a rules file.
 *
 * @param rules the rules that could be read; to be used only if there is no error
 * @param findings errors and warnings, each kind in the order of the file
 */
public record RulesReading(RuleSet rules, List<RulesFinding> findings) {

  public RulesReading {
    findings = List.copyOf(findings);
  }

  public List<RulesFinding> errors() {
    return of(Severity.ERROR);
  }

  public List<RulesFinding> warnings() {
    return of(Severity.WARNING);
  }

  private List<RulesFinding> of(Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).toList();
  }
}
