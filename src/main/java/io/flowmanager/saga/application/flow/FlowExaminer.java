// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.flow;

import io.flowmanager.platform.json.JsonDocument;
import io.flowmanager.saga.domain.MachineRules;
import io.flowmanager.saga.domain.flow.FlowDefinition;
import io.flowmanager.saga.domain.flow.FlowFault;
import io.flowmanager.saga.domain.flow.FlowReading;
import io.flowmanager.saga.domain.flow.reader.FlowReader;
import io.flowmanager.saga.domain.lint.FlowLinter;
import io.flowmanager.saga.domain.lint.LintReport;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Finds everything in a flow that prevents a start. Both the start and the linter use it, so the
 * linter reports all that the start would refuse.
 *
 * @param checks finds the faults that depend on the machine: secret files, addresses of brokers
 * @param compilers supplies a compiler for each flow
 */
public record FlowExaminer(
    Function<FlowDefinition, List<FlowFault>> checks, Supplier<FlowCompiler> compilers) {

  /**
   * The result of an examination.
   *
   * @param faults if there is one, the rest must not be used
   */
  record Examined(MachineRules rules, CommandHooks hooks, List<FlowFault> faults) {}

  Examined examine(FlowDefinition flow) {
    List<FlowFault> faults = new ArrayList<>(new UnsupportedFeatures().faults(flow));
    faults.addAll(checks.apply(flow));
    FlowCompiler compiler = compilers.get();
    MachineRules rules = compiler.compile(flow, faults::add);
    CommandHooks hooks = compiler.compileHooks(flow, faults::add);
    return new Examined(rules, hooks, List.copyOf(faults));
  }

  /**
   * All findings of the linter for the document, which may be any JSON value, and everything that
   * would prevent a start with it.
   */
  public LintReport lint(JsonDocument document) {
    var linter = new FlowLinter();
    if (!(document.value() instanceof JsonObject object)) {
      return linter.lint(document.value());
    }
    FlowReading reading = new FlowReader().read(object, document.repeatedKeys());
    LintReport report = linter.lint(reading);
    return reading instanceof FlowReading.Sound sound
        ? report.withFaults(examine(sound.definition()).faults())
        : report;
  }
}
