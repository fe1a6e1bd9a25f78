// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static io.flowmanager.architecture.Rule.rule;

import io.flowmanager.architecture.bad.roundabout.saga.domain.Saga;
import java.util.List;

/** No package cycles: R7. */
class CyclesArchTest implements ProvenRules {

  @Override
  public List<Rule> rules() {
    return List.of(
        rule(
            "R7 packages form no cycle",
            house ->
                slices()
                    .matching(house.root() + ".(**)")
                    .should()
                    .beFreeOfCycles()
                    .because("what depends on each other can only be understood at once"),
            Saga.class));
  }
}
