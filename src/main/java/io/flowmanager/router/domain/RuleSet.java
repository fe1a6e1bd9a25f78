// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.domain;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rules in their order: the first one that takes the metadata wins (contract, "Rules file"). */
public record RuleSet(List<Rule> rules) {

  /** Without a sub flow for anybody. */
  public static final RuleSet NONE = new RuleSet(List.of());

  public RuleSet {
    rules = List.copyOf(rules);
  }

  /** A rule that was asked, and why it did not take the metadata; no reason when it won. */
  public record Tried(Rule rule, Optional<Mismatch> mismatch) {}

  /** The first rule that takes the metadata. */
  public Optional<Rule> choose(JsonObject metadata) {
    return rules.stream().filter(rule -> rule.takes(metadata)).findFirst();
  }

  /** The rules in their order, up to the one that wins. */
  public List<Tried> explain(JsonObject metadata) {
    List<Tried> tried = new ArrayList<>();
    for (Rule rule : rules) {
      var answer = new Tried(rule, rule.mismatch(metadata));
      tried.add(answer);
      if (answer.mismatch().isEmpty()) {
        break;
      }
    }
    return tried;
  }
}
