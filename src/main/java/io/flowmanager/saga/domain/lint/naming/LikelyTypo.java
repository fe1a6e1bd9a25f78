// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.lint.naming;

import io.flowmanager.saga.domain.lint.finding.Finding;
import io.flowmanager.saga.domain.lint.finding.LintedFlow;
import io.flowmanager.saga.domain.lint.finding.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A label that looks like another one of the file misspelt. Two labels that one state uses are
 * meant to differ, and so is the error event of a command that the file sends. A difference that
 * may make another word counts only where the one label is used once and the other one more often.
 */
public final class LikelyTypo implements Rule {

  @Override
  public List<Finding> check(LintedFlow flow) {
    List<LabelUse> commands = LabelUse.commands(flow.states());
    String suffix = flow.settings().errorSuffix();
    Set<String> meant =
        commands.stream().map(use -> use.label() + suffix).collect(Collectors.toSet());
    meant.addAll(flow.settings().externalEvents());
    List<Finding> findings = new ArrayList<>();
    findings.addAll(new Spellings(LabelUse.events(flow.states()), meant).typos(flow));
    findings.addAll(new Spellings(commands, Set.of()).typos(flow));
    return findings;
  }
}
