// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.lint;

import io.flowmanager.saga.domain.flow.FlowFault;
import io.flowmanager.saga.domain.lint.finding.Finding;
import io.flowmanager.saga.domain.lint.finding.FindingCode;
import io.flowmanager.saga.domain.lint.finding.Severity;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;

/**
 * All findings of the linter for one flow file.
 *
 * @param findings by code, in the order of {@link FindingCode}; those of one code in the order of
 *     the file
 */
public record LintReport(List<Finding> findings) {

  public LintReport {
    findings = List.copyOf(findings);
  }

  /** A report with format errors first. */
  public LintReport withFaults(List<FlowFault> faults) {
    return new LintReport(
        Stream.concat(faults.stream().map(Finding::of), findings.stream()).toList());
  }

  public long errors() {
    return count(Severity.ERROR);
  }

  public long warnings() {
    return count(Severity.WARNING);
  }

  private long count(Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).count();
  }

  /** The report as endpoints and the command line show it. */
  public JsonObject toJson(JsonBuilderFactory json) {
    JsonArrayBuilder list = json.createArrayBuilder();
    findings.forEach(finding -> list.add(toJson(json, finding)));
    return json.createObjectBuilder()
        .add("findings", list)
        .add("errors", errors())
        .add("warnings", warnings())
        .build();
  }

  private static JsonObject toJson(JsonBuilderFactory json, Finding finding) {
    return json.createObjectBuilder()
        .add("code", finding.code().code())
        .add("severity", finding.severity().text())
        .add("pointer", finding.pointer())
        .add("message", finding.message())
        .add("path", json.createArrayBuilder(finding.path()))
        .build();
  }
}
