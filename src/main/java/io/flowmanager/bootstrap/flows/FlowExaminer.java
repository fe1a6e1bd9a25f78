// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.flows;

import io.flowmanager.platform.json.JsonDocument;
import io.flowmanager.platform.secret.SecretFiles;
import io.flowmanager.saga.adapter.schema.NetworkntPayloadSchemas;
import io.flowmanager.saga.adapter.script.QuickJsScripts;
import io.flowmanager.saga.adapter.script.ScriptLimits;
import io.flowmanager.saga.application.flow.CommandHooks;
import io.flowmanager.saga.application.script.Scripts;
import io.flowmanager.saga.domain.MachineRules;
import io.flowmanager.saga.domain.flow.FlowDefinition;
import io.flowmanager.saga.domain.flow.FlowFault;
import io.flowmanager.saga.domain.flow.FlowReading;
import io.flowmanager.saga.domain.flow.reader.FlowReader;
import io.flowmanager.saga.domain.lint.FlowLinter;
import io.flowmanager.saga.domain.lint.LintReport;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Looks through a flow for whatever stops a start. The start and the linter both ask it, so the
 * linter knows all that the start would refuse.
 *
 * @param compilers makes one for each flow
 */
public record FlowExaminer(FlowChecks checks, Supplier<FlowCompiler> compilers) {

  private static final Duration OF_ONE_CHECK = Duration.ofMillis(250);
  private static final Duration OF_ALL_HOOKS = Duration.ofSeconds(10);

  /**
   * A flow made ready.
   *
   * @param faults with one, the rest must not be used
   */
  record Examined(MachineRules rules, CommandHooks hooks, List<FlowFault> faults) {}

  /** For files of somebody who may read whatever this process may read. */
  public static FlowExaminer readingSecrets() {
    return new FlowExaminer(new FlowChecks(new SecretFiles()), trial(usualScripts()));
  }

  /** For files that anybody may send: no file that they name is touched. */
  public static FlowExaminer withoutSecrets() {
    return new FlowExaminer(FlowChecks.withoutSecrets(), trial(usualScripts()));
  }

  private static Scripts usualScripts() {
    return new QuickJsScripts(ScriptLimits.DEFAULT, 1, Clock.systemUTC());
  }

  private static Supplier<FlowCompiler> trial(Scripts scripts) {
    return () -> {
      Scripts bounded = new CompilingTime(scripts, OF_ALL_HOOKS)::compile;
      return new FlowCompiler(bounded, new NetworkntPayloadSchemas(bounded, OF_ONE_CHECK));
    };
  }

  Examined examine(FlowDefinition flow) {
    List<FlowFault> faults = new ArrayList<>(checks.faults(flow));
    FlowCompiler compiler = compilers.get();
    MachineRules rules = compiler.compile(flow, faults::add);
    CommandHooks hooks = compiler.compileHooks(flow, faults::add);
    return new Examined(rules, hooks, List.copyOf(faults));
  }

  /**
   * All that the linter has to say of the document, which may be any JSON value, and whatever would
   * stop a start with it.
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
