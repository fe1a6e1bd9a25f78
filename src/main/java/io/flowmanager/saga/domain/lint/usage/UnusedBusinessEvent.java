// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.lint.usage;

import io.flowmanager.saga.domain.flow.BusinessId;
import io.flowmanager.saga.domain.flow.BusinessLabel;
import io.flowmanager.saga.domain.flow.MachineDefinition.Transition;
import io.flowmanager.saga.domain.lint.finding.Finding;
import io.flowmanager.saga.domain.lint.finding.FindingCode;
import io.flowmanager.saga.domain.lint.finding.LintedFlow;
import io.flowmanager.saga.domain.lint.finding.Pointers;
import io.flowmanager.saga.domain.lint.finding.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A business event that no transition has. */
public final class UnusedBusinessEvent implements Rule {

  @Override
  public List<Finding> check(LintedFlow flow) {
    Set<BusinessId> used =
        flow.states().stream()
            .flatMap(state -> state.outgoingTransitions().stream())
            .map(Transition::businessEventId)
            .flatMap(Optional::stream)
            .collect(Collectors.toSet());
    List<BusinessLabel> businessEvents = flow.definition().machine().businessEvents();
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < businessEvents.size(); i++) {
      BusinessId id = businessEvents.get(i).id();
      if (!used.contains(id)) {
        String message =
            "No transition has the business event "
                + id
                + " as businessEventId. Give it to one, or remove it.";
        findings.add(
            new Finding(
                FindingCode.UNUSED_BUSINESS_EVENT, Pointers.businessEvent(i), message, List.of()));
      }
    }
    return findings;
  }
}
