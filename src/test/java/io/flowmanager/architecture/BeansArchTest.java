// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.flowmanager.architecture.Rule.rule;

import com.tngtech.archunit.lang.ArchRule;
import io.flowmanager.architecture.bad.locator.bootstrap.lifecycle.SearchingStart;
import java.util.List;

/** Beans say what they need: R15. */
class BeansArchTest implements ProvenRules {

  @Override
  public List<Rule> rules() {
    return List.of(
        rule(
            "R17 a bean names the beans that it needs",
            BeansArchTest::noLocator,
            SearchingStart.class));
  }

  private static ArchRule noLocator(House house) {
    return noClasses()
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("jakarta.enterprise.inject.Instance")
        .because(
            "a constructor that takes an Instance may look up anything; one bean that has to be"
                + " made later comes from a Provider (decision 0043)");
  }
}
