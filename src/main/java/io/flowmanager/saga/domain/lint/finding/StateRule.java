// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.lint.finding;

import java.util.ArrayList;
import java.util.List;

/** A rule that looks at one state after the other. */
public interface StateRule extends Rule {

  /** What is wrong with the state of that number, in the order of the file. */
  List<Finding> check(LintedFlow flow, int state);

  @Override
  default List<Finding> check(LintedFlow flow) {
    List<Finding> findings = new ArrayList<>();
    for (int state = 0; state < flow.states().size(); state++) {
      findings.addAll(check(flow, state));
    }
    return findings;
  }
}
