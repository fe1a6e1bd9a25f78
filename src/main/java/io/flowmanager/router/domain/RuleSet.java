// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.domain;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rules in their order: the first one that matches the metadata is chosen (contract, "Rules file").
 */
public record RuleSet(List<Rule> rules) {

  /** No rules. */
  public static final RuleSet NONE = new RuleSet(List.of());

  public RuleSet {
    rules = List.copyOf(rules);
  }

  /** A rule that was evaluated, and why it does not match; no reason if it does. */
  public record Tried(Rule rule, Optional<Mismatch> mismatch) {}

  /** The first rule that matches the metadata. */
  public Optional<Rule> choose(JsonObject metadata) {
    return rules.stream().filter(rule -> rule.takes(metadata)).findFirst();
  }

  /** The evaluated rules in their order, up to the one that matches. */
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
