// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.cli;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.saga.domain.lint.LintReport;
import io.flowmanager.saga.domain.lint.finding.Finding;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reports by file, for programs and for people. */
final class LintTexts {

  private LintTexts() {}

  static JsonObject json(Map<String, LintReport> reports) {
    JsonArrayBuilder files = JsonText.builders().createArrayBuilder();
    reports.forEach(
        (file, report) ->
            files.add(
                JsonText.builders()
                    .createObjectBuilder(report.toJson(JsonText.builders()))
                    .add("file", file)));
    return JsonText.builders()
        .createObjectBuilder()
        .add("files", files)
        .add("errors", reports.values().stream().mapToLong(LintReport::errors).sum())
        .add("warnings", reports.values().stream().mapToLong(LintReport::warnings).sum())
        .build();
  }

  static List<String> lines(Map<String, LintReport> reports) {
    List<String> lines = new ArrayList<>();
    reports.forEach(
        (file, report) -> {
          lines.add(file + ": " + summary(report));
          report.findings().forEach(finding -> lines.addAll(lines(finding)));
        });
    return lines;
  }

  private static String summary(LintReport report) {
    return report.findings().isEmpty()
        ? "no findings"
        : count(report.errors(), "error") + ", " + count(report.warnings(), "warning");
  }

  private static String count(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  private static List<String> lines(Finding finding) {
    String place = finding.pointer().isEmpty() ? "(document)" : finding.pointer();
    List<String> lines = new ArrayList<>();
    lines.add("  " + finding.severity().text() + " " + finding.code().code() + " " + place);
    lines.add("    " + finding.message());
    if (!finding.path().isEmpty()) {
      lines.add("    Events that lead there: " + finding.events());
    }
    return lines;
  }
}
