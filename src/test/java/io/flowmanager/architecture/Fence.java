// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/**
 * A library and the rooms that may know it. A room that is not built yet counts from the day it is.
 */
record Fence(String library, String reason, Class<?> culprit, List<String> rooms) {

  static Fence around(String library, String reason, Class<?> culprit, String... rooms) {
    return new Fence(library, reason, culprit, List.of(rooms));
  }

  Rule rule() {
    return Rule.rule("R6 " + library + " is known only in " + rooms, this::text, culprit);
  }

  private ArchRule text(House house) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(house.builtRooms(rooms.toArray(String[]::new)))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .because(reason);
  }
}
