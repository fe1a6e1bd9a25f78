// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;
import java.util.function.Function;

/**
 * A rule of the house with what proves it.
 *
 * @param name the rule as a sentence, with its number in front
 * @param text says the rule with the package names of a house
 * @param culprits classes of bad examples; each breaks this rule, and its house breaks no other
 */
record Rule(String name, Function<House, ArchRule> text, List<Class<?>> culprits) {

  static Rule rule(String name, Function<House, ArchRule> text, Class<?>... culprits) {
    return new Rule(name, text, List.of(culprits));
  }

  /** A rule that finds nothing to look at fails here: it would watch nobody. */
  EvaluationResult inMainCode() {
    House house = House.main();
    return text.apply(house).evaluate(house.classes());
  }

  /** A bad example is small, so most rules find nothing in it. */
  EvaluationResult inTheHouseOf(Class<?> culprit) {
    House house = House.around(culprit);
    return text.apply(house).allowEmptyShould(true).evaluate(house.classes());
  }
}
