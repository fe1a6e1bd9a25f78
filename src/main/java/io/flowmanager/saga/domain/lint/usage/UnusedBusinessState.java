// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.lint.usage;

import io.flowmanager.saga.domain.flow.BusinessId;
import io.flowmanager.saga.domain.flow.BusinessLabel;
import io.flowmanager.saga.domain.lint.finding.Finding;
import io.flowmanager.saga.domain.lint.finding.FindingCode;
import io.flowmanager.saga.domain.lint.finding.LintedFlow;
import io.flowmanager.saga.domain.lint.finding.Pointers;
import io.flowmanager.saga.domain.lint.finding.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A business state that no saga ever shows. */
public final class UnusedBusinessState implements Rule {

  @Override
  public List<Finding> check(LintedFlow flow) {
    Set<BusinessId> named = new HashSet<>();
    Set<BusinessId> entered = new HashSet<>();
    for (int state = 0; state < flow.states().size(); state++) {
      BusinessId id = flow.states().get(state).businessStateId();
      named.add(id);
      if (flow.graph().fromInitial().reaches(state)) {
        entered.add(id);
      }
    }
    List<BusinessLabel> businessStates = flow.definition().machine().businessStates();
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < businessStates.size(); i++) {
      BusinessId id = businessStates.get(i).id();
      if (!entered.contains(id)) {
        findings.add(finding(i, id, named.contains(id)));
      }
    }
    return findings;
  }

  private static Finding finding(int number, BusinessId id, boolean named) {
    String reason =
        named ? "only states that cannot be reached have it" : "no state has it as businessStateId";
    String message =
        "No saga ever enters the business state "
            + id
            + ": "
            + reason
            + ". Give it to a state that can be reached, or remove it.";
    return new Finding(
        FindingCode.UNUSED_BUSINESS_STATE, Pointers.businessState(number), message, List.of());
  }
}
