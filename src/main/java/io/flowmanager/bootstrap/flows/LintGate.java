// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.flows;

import io.flowmanager.bootstrap.config.LintMode;
import io.flowmanager.platform.config.CheckedSettings;
import io.flowmanager.saga.domain.flow.FlowReading;
import io.flowmanager.saga.domain.lint.FlowLinter;
import io.flowmanager.saga.domain.lint.LintReport;
import io.flowmanager.saga.domain.lint.finding.Finding;
import io.flowmanager.saga.domain.lint.finding.FindingCode;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;

/** Lints every flow that is loaded, and does with the findings what the setting says. */
final class LintGate {

  private static final Logger LOG = System.getLogger("io.flowmanager.flow");

  private final CheckedSettings faults;
  private final LintMode mode;
  private final FlowLinter linter = new FlowLinter();

  LintGate(CheckedSettings faults, LintMode mode) {
    this.faults = faults;
    this.mode = mode;
  }

  /** Faults of form are not told here: they stop the deployment in any case. */
  LintReport judge(Path file, FlowReading reading) {
    LintReport report = linter.lint(reading);
    boolean refused = mode == LintMode.STRICT && reading instanceof FlowReading.Sound;
    if (refused && report.errors() > 0) {
      report.findings().forEach(finding -> faults.fault(file + " " + finding));
    } else if (mode != LintMode.OFF) {
      report.findings().stream()
          .filter(finding -> finding.code() != FindingCode.FORMAT)
          .forEach(finding -> log(file, finding));
    }
    return report;
  }

  private static void log(Path file, Finding finding) {
    LOG.log(Level.WARNING, "{0}: {1}", file, finding);
  }
}
