// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.lint.usage;

import io.flowmanager.saga.domain.flow.MachineDefinition.Transition;
import io.flowmanager.saga.domain.flow.Spelling;
import io.flowmanager.saga.domain.lint.finding.Finding;
import io.flowmanager.saga.domain.lint.finding.FindingCode;
import io.flowmanager.saga.domain.lint.finding.LintedFlow;
import io.flowmanager.saga.domain.lint.finding.Rule;
import io.flowmanager.saga.domain.lint.finding.Words;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** An external event in the settings that no state expects. */
public final class UnusedExternalEvent implements Rule {

  @Override
  public List<Finding> check(LintedFlow flow) {
    List<String> external = flow.settings().externalEvents();
    Set<String> taken =
        flow.states().stream()
            .flatMap(state -> state.outgoingTransitions().stream())
            .map(Transition::inputEvent)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < external.size(); i++) {
      if (!taken.contains(external.get(i))) {
        findings.add(finding(i, external.get(i), taken));
      }
    }
    return findings;
  }

  private static Finding finding(int number, String event, Set<String> taken) {
    String message =
        "No state takes the event " + Spelling.quote(event) + "." + Words.advice(event, taken);
    return new Finding(
        FindingCode.UNUSED_EXTERNAL_EVENT,
        "/settings/lint/externalEvents/" + number,
        message,
        List.of());
  }
}
