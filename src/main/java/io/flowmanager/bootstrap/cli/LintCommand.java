// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.cli;

import io.flowmanager.bootstrap.flows.FlowExaminers;
import io.flowmanager.platform.json.JsonSyntaxException;
import io.flowmanager.platform.json.JsonText;
import io.flowmanager.saga.application.flow.FlowExaminer;
import io.flowmanager.saga.domain.lint.LintReport;
import io.flowmanager.saga.domain.lint.finding.Finding;
import io.flowmanager.saga.domain.lint.finding.FindingCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Checks flow files. */
final class LintCommand implements Subcommand {

  @Override
  public String name() {
    return "lint";
  }

  @Override
  public String usage() {
    return "lint [--format json|text] [--without-secrets] <flow file>...";
  }

  @Override
  public int run(List<String> arguments, Terminal terminal) {
    LintArguments asked = LintArguments.parse(arguments);
    FlowExaminer examiner =
        asked.readsSecrets() ? FlowExaminers.readingSecrets() : FlowExaminers.withoutSecrets();
    Map<String, LintReport> reports = new LinkedHashMap<>();
    asked.files().forEach(file -> reports.put(file, report(file, examiner)));
    if (asked.json()) {
      terminal.write(JsonText.bytes(LintTexts.json(reports)));
    } else {
      LintTexts.lines(reports).forEach(terminal::print);
    }
    return reports.values().stream().anyMatch(report -> report.errors() > 0) ? 1 : 0;
  }

  private static LintReport report(String file, FlowExaminer examiner) {
    try {
      var flow = new FlowFile(file);
      return examiner.lint(flow.read()).withFaults(flow.faults());
    } catch (JsonSyntaxException e) {
      return new LintReport(
          List.of(new Finding(FindingCode.FORMAT, "", e.getMessage(), List.of())));
    }
  }
}
