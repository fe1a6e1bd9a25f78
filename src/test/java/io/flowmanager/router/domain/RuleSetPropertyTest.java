// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.router.domain.RuleSet.Tried;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RuleSetPropertyTest {

  @Provide
  Arbitrary<JsonObject> metadata() {
    return RandomJson.objects();
  }

  @Provide
  Arbitrary<List<JsonObject>> conditions() {
    return RandomJson.objects().list().ofMaxSize(5);
  }

  private static RuleSet rules(List<JsonObject> conditions) {
    List<Rule> rules = new ArrayList<>();
    for (JsonObject wanted : conditions) {
      rules.add(
          new Rule("r" + rules.size(), new Address.Hosted("f"), new Address.Hosted("f"), wanted));
    }
    return new RuleSet(rules);
  }

  /** Putting what is wanted onto the metadata changes nothing: an oracle of another kind. */
  private static boolean hasAll(JsonObject metadata, JsonObject wanted) {
    return wanted.entrySet().stream()
        .allMatch(entry -> has(metadata.get(entry.getKey()), entry.getValue()));
  }

  private static boolean has(JsonValue given, JsonValue wanted) {
    boolean areObjects = given instanceof JsonObject && wanted instanceof JsonObject;
    return areObjects ? hasAll(given.asJsonObject(), wanted.asJsonObject()) : wanted.equals(given);
  }

  @Property(tries = 300)
  void theFirstRuleThatHasAllItWantsWins(
      @ForAll("conditions") List<JsonObject> conditions, @ForAll("metadata") JsonObject metadata) {
    Optional<String> expected = Optional.empty();
    for (int i = conditions.size() - 1; i >= 0; i--) {
      if (hasAll(metadata, conditions.get(i))) {
        expected = Optional.of("r" + i);
      }
    }

    assertThat(rules(conditions).choose(metadata).map(Rule::id)).isEqualTo(expected);
  }

  @Property(tries = 300)
  void theExplanationEndsWithTheWinnerAndGivesAReasonForEachOther(
      @ForAll("conditions") List<JsonObject> conditions, @ForAll("metadata") JsonObject metadata) {
    RuleSet rules = rules(conditions);

    List<Tried> tried = rules.explain(metadata);

    Optional<Rule> last =
        tried.stream().filter(one -> one.mismatch().isEmpty()).map(Tried::rule).findFirst();
    assertThat(last).isEqualTo(rules.choose(metadata));
    int reasons = last.isPresent() ? tried.size() - 1 : conditions.size();
    assertThat(tried).filteredOn(one -> one.mismatch().isPresent()).hasSize(reasons);
  }

  @Property(tries = 300)
  void aShadowedRuleNeverWins(
      @ForAll("conditions") List<JsonObject> conditions, @ForAll("metadata") JsonObject metadata) {
    List<Rule> rules = rules(conditions).rules();
    Optional<Rule> winner = rules(conditions).choose(metadata);

    winner.ifPresent(
        rule ->
            assertThat(rules.subList(0, rules.indexOf(rule)))
                .noneMatch(earlier -> earlier.shadows(rule)));
  }

  @Property(tries = 300)
  void emptyConditionsTakeEverything(@ForAll("metadata") JsonObject metadata) {
    assertThat(rules(List.of(JsonValue.EMPTY_JSON_OBJECT)).choose(metadata)).isPresent();
  }
}
