// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.lint.naming;

import io.flowmanager.saga.domain.flow.Spelling;
import io.flowmanager.saga.domain.lint.finding.Finding;
import io.flowmanager.saga.domain.lint.finding.FindingCode;
import io.flowmanager.saga.domain.lint.finding.LintedFlow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The labels of one kind, and where they are used. */
final class Spellings {

  /** So many labels are searched for two wrong letters, which takes much memory. */
  private static final int MOST = 1000;

  private final Map<String, List<LabelUse>> uses;
  private final Set<String> meant;
  private final Lookalikes all;
  private final Lookalikes repeated;

  /**
   * @param meant labels that are right whatever they look like
   */
  Spellings(List<LabelUse> uses, Set<String> meant) {
    this.uses =
        uses.stream()
            .collect(
                Collectors.groupingBy(LabelUse::label, LinkedHashMap::new, Collectors.toList()));
    this.meant = meant;
    all = new Lookalikes(this.uses.keySet(), false);
    repeated =
        new Lookalikes(
            this.uses.keySet().stream().filter(label -> !isUsedOnce(label)).limit(MOST).toList(),
            true);
  }

  /** At most one for each label, at its first place, in the order of the file. */
  List<Finding> typos(LintedFlow flow) {
    return uses.keySet().stream()
        .filter(label -> !meant.contains(label))
        .flatMap(label -> right(label).map(right -> finding(flow, label, right)).stream())
        .toList();
  }

  private Optional<String> right(String label) {
    return lookalikes(label).filter(other -> isMisspelt(label, other)).findFirst();
  }

  /** Two wrong letters tell of a slip only if the other label is the one that is used again. */
  private Stream<String> lookalikes(String label) {
    Set<String> near = all.of(label);
    return isUsedOnce(label)
        ? Stream.concat(near.stream(), repeated.of(label).stream())
        : near.stream();
  }

  private boolean isUsedOnce(String label) {
    return uses.get(label).size() == 1;
  }

  private boolean isMisspelt(String label, String other) {
    return switch (Likeness.of(label, other)) {
      case NONE -> false;
      case NEAR -> isUsedOnce(label) && !isUsedOnce(other) && !meetInAState(label, other);
      case SLIP -> isLessKnown(label, other) && !meetInAState(label, other);
    };
  }

  /** Of two equally known labels the later one is the misspelt one. */
  private boolean isLessKnown(String label, String other) {
    if (meant.contains(other)) {
      return true;
    }
    int order = Integer.compare(uses.get(label).size(), uses.get(other).size());
    return order < 0 || order == 0 && first(label).order() > first(other).order();
  }

  private boolean meetInAState(String label, String other) {
    Set<Integer> states = uses.get(label).stream().map(LabelUse::state).collect(Collectors.toSet());
    return uses.get(other).stream().map(LabelUse::state).anyMatch(states::contains);
  }

  private LabelUse first(String label) {
    return uses.get(label).get(0);
  }

  private Finding finding(LintedFlow flow, String label, String right) {
    String message =
        Spelling.quote(label)
            + " looks like a misspelling of "
            + Spelling.quote(right)
            + ", which "
            + first(right).pointer()
            + " has. Use one of the two, or ignore this code if both are meant.";
    LabelUse place = first(label);
    return new Finding(
        FindingCode.LIKELY_TYPO, place.pointer(), message, flow.paths().to(place.state()));
  }
}
