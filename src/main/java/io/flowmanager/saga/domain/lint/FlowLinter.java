// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.lint;

import io.flowmanager.saga.domain.flow.FlowFault;
import io.flowmanager.saga.domain.flow.FlowReading;
import io.flowmanager.saga.domain.flow.reader.FlowReader;
import io.flowmanager.saga.domain.lint.finding.Finding;
import io.flowmanager.saga.domain.lint.finding.LintedFlow;
import io.flowmanager.saga.domain.lint.finding.Rule;
import io.flowmanager.saga.domain.lint.machine.DeadEnd;
import io.flowmanager.saga.domain.lint.machine.DuplicateEvent;
import io.flowmanager.saga.domain.lint.machine.EndlessLoop;
import io.flowmanager.saga.domain.lint.machine.FinalStateCommand;
import io.flowmanager.saga.domain.lint.machine.FinalStateWithOutgoingTransition;
import io.flowmanager.saga.domain.lint.machine.NoErrorBranch;
import io.flowmanager.saga.domain.lint.machine.NoWayToFinal;
import io.flowmanager.saga.domain.lint.machine.TimeoutWithoutTransition;
import io.flowmanager.saga.domain.lint.machine.UnaskedEvents;
import io.flowmanager.saga.domain.lint.machine.UnreachableState;
import io.flowmanager.saga.domain.lint.naming.LikelyTypo;
import io.flowmanager.saga.domain.lint.usage.AnswersNotTakenIn;
import io.flowmanager.saga.domain.lint.usage.UnusedBusinessEvent;
import io.flowmanager.saga.domain.lint.usage.UnusedBusinessState;
import io.flowmanager.saga.domain.lint.usage.UnusedChannel;
import io.flowmanager.saga.domain.lint.usage.UnusedExternalEvent;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Checks a flow file: its form and, if that is valid, its logic. Findings about reachable states
 * are proven from the file alone; findings about commands and their answers rely on conventions. It
 * does not check hooks, payload schemas, or anything outside the file.
 *
 * <p>The time is about linear in the size of the file. Stateless and thread-safe.
 */
public final class FlowLinter {

  private static final List<Rule> RULES =
      List.of(
          new UnknownLintCode(),
          new UnusedExternalEvent(),
          new UnreachableState(),
          new DeadEnd(),
          new EndlessLoop(),
          new NoWayToFinal(),
          new FinalStateWithOutgoingTransition(),
          new FinalStateCommand(),
          new DuplicateEvent(),
          new TimeoutWithoutTransition(),
          new NoErrorBranch(),
          new UnaskedEvents(),
          new UnusedChannel(),
          new AnswersNotTakenIn(),
          new UnusedBusinessState(),
          new UnusedBusinessEvent(),
          new LikelyTypo());

  /** Reads and checks the document, which may be any JSON value. */
  public LintReport lint(JsonValue document) {
    if (document instanceof JsonObject object) {
      return lint(new FlowReader().read(object));
    }
    return new LintReport(List.of(Finding.of(new FlowFault("", "must be an object"))));
  }

  /**
   * Checks a file that has been read. Format errors are findings too; while there are any, the
   * logic is not checked. Findings with a code that the file's {@code settings.lint} ignores are
   * left out; format errors cannot be ignored.
   */
  public LintReport lint(FlowReading reading) {
    return reading instanceof FlowReading.Sound sound
        ? sense(sound)
        : form((FlowReading.Faulty) reading);
  }

  private static LintReport form(FlowReading.Faulty reading) {
    List<Finding> findings = new ArrayList<>();
    reading.faults().forEach(fault -> findings.add(Finding.of(fault)));
    findings.addAll(ReaderWarnings.of(reading.warnings()));
    return new LintReport(findings);
  }

  private static LintReport sense(FlowReading.Sound reading) {
    LintedFlow flow = LintedFlow.of(reading.definition());
    List<Finding> findings = new ArrayList<>(ReaderWarnings.of(reading.warnings()));
    RULES.forEach(rule -> findings.addAll(rule.check(flow)));
    Set<String> ignored = Set.copyOf(flow.settings().ignore());
    return new LintReport(
        findings.stream().filter(finding -> !ignored.contains(finding.code().code())).toList());
  }
}
