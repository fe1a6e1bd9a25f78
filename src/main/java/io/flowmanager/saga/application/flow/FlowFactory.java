// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.flow;

import io.flowmanager.saga.domain.StateMachine;
import io.flowmanager.saga.domain.flow.FlowDefinition;
import io.flowmanager.saga.domain.flow.FlowFault;
import io.flowmanager.saga.domain.flow.FlowName;
import io.flowmanager.saga.domain.flow.FlowReading;
import io.flowmanager.saga.domain.lint.LintReport;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Makes flows from the contents of their files.
 *
 * @param defaultPrefix prefix of saga ids, for flows that do not set one
 */
public record FlowFactory(FlowExaminer examiner, String defaultPrefix) {

  /**
   * The flow with its schemas and hooks compiled.
   *
   * @param findings the findings of the linter
   * @param faults receives every fault; if there is one, the flow must not be used
   * @return empty if the file is malformed
   */
  public Optional<Flow> make(
      FlowName name, FlowContent content, LintReport findings, Consumer<FlowFault> faults) {
    if (content.reading() instanceof FlowReading.Faulty faulty) {
      faulty.faults().forEach(faults);
      return Optional.empty();
    }
    FlowDefinition definition = ((FlowReading.Sound) content.reading()).definition();
    FlowExaminer.Examined examined = examiner.examine(definition);
    examined.faults().forEach(faults);
    var machine = new StateMachine(content.version(), definition.machine(), examined.rules());
    String prefix = definition.settings().sagaIdPrefix().orElse(defaultPrefix);
    return Optional.of(
        new Flow(name, content.version(), definition, findings, machine, examined.hooks(), prefix));
  }
}
