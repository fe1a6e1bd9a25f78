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
 * Makes flows of the contents of their files.
 *
 * @param defaultPrefix of the ids of sagas, for flows that name none
 */
public record FlowFactory(FlowExaminer examiner, String defaultPrefix) {

  /**
   * The flow with everything in it made ready.
   *
   * @param findings what the linter says of it
   * @param faults is told of everything that is wrong; with a fault the flow must not be used
   * @return nothing when the form of the file is wrong
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
