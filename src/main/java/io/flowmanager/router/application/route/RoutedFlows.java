// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.application.route;

import io.flowmanager.router.application.call.RoutingException;
import io.flowmanager.router.application.call.RoutingException.Kind;
import io.flowmanager.router.domain.Rule;
import io.flowmanager.router.domain.RuleSet;
import jakarta.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * The main flow and the sub flows that the rules choose from.
 *
 * @param subFlows sub flows by rule id, one for each rule
 */
public record RoutedFlows(RoutedFlow main, RuleSet rules, Map<String, RoutedFlow> subFlows) {

  /**
   * The first rule that matches the metadata.
   *
   * @throws RoutingException if no rule matches
   */
  Rule choose(JsonObject metadata) {
    return rules
        .choose(metadata)
        .orElseThrow(
            () ->
                new RoutingException(
                    Kind.NO_RULE,
                    "No rule matches the main saga's metadata. POST /router/match says why."));
  }

  RoutedFlow subFlow(Rule rule) {
    return subFlows.get(rule.id());
  }

  /** The main saga; completes exceptionally if it does not exist. */
  CompletionStage<RoutedSaga> mainSaga(String id) {
    return main.sagas().find(id).thenApply(found -> found.orElseThrow(() -> unknown(id)));
  }

  private static RoutingException unknown(String id) {
    return new RoutingException(Kind.UNKNOWN_SAGA, "There is no main saga \"" + id + "\".");
  }

  /** The rule that chooses the sub flow of a main saga; empty if none matches. */
  Optional<Rule> ruleOf(RoutedSaga mainSaga) {
    return rules.choose(mainSaga.metadata());
  }
}
