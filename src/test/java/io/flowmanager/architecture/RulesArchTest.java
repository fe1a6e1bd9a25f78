// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Rules on the rules: R14. */
class RulesArchTest {

  private static final String HERE = RulesArchTest.class.getPackageName();
  private static final String BAD = HERE + ".bad";
  private static final JavaClasses ARCHITECTURE = new ClassFileImporter().importPackages(HERE);

  /** The rules of every theme that stands beside this class; a new theme cannot be forgotten. */
  private static final List<Rule> RULES =
      ARCHITECTURE.stream()
          .filter(type -> type.isAssignableTo(ProvenRules.class) && !type.isInterface())
          .map(RulesArchTest::theme)
          .flatMap(theme -> theme.rules().stream())
          .toList();

  @Test
  void noRuleNamesAnEmptyPackage() {
    House house = House.main();

    RULES.forEach(rule -> rule.text().apply(house));

    assertThat(house.emptyRooms()).isEmpty();
  }

  @Test
  void aNameThatNobodyLivesUnderIsFound() {
    House house = House.main();

    house.rooms("saga.domain", "*.adapter.fax", "sagas");
    house.type("saga.domain.Saga");
    house.type("saga.domain.Fax");

    assertThat(house.emptyRooms())
        .containsExactly(
            "io.flowmanager.*.adapter.fax..",
            "io.flowmanager.sagas..",
            "io.flowmanager.saga.domain.Fax");
  }

  @Test
  void aRoomThatIsNotBuiltYetIsLeftOutUntilItIs() {
    String[] built = House.main().builtRooms("*.adapter.store.jpa", "*.adapter.fax");

    assertThat(built).containsExactly("io.flowmanager.*.adapter.store.jpa..");
  }

  @Test
  void everyRuleHasABadExample() {
    assertThat(RULES).isNotEmpty().allSatisfy(rule -> assertThat(rule.culprits()).isNotEmpty());
  }

  @Test
  void everyBadExampleProvesARule() {
    Set<String> proving =
        culprits()
            .map(Class::getPackageName)
            .map(RulesArchTest::example)
            .collect(Collectors.toSet());

    Set<String> present =
        ARCHITECTURE.stream()
            .map(JavaClass::getPackageName)
            .filter(name -> name.startsWith(BAD + "."))
            .map(RulesArchTest::example)
            .collect(Collectors.toSet());

    assertThat(present).isEqualTo(proving);
  }

  @TestFactory
  Stream<DynamicTest> aBadExampleBreaksItsOwnRuleOnly() {
    return RULES.stream()
        .flatMap(
            rule ->
                rule.culprits().stream()
                    .map(
                        culprit ->
                            DynamicTest.dynamicTest(
                                culprit.getName().substring(BAD.length() + 1),
                                () -> assertThat(broken(culprit)).containsExactly(rule.name()))));
  }

  private static List<String> broken(Class<?> culprit) {
    return RULES.stream()
        .filter(rule -> rule.inTheHouseOf(culprit).hasViolation())
        .map(Rule::name)
        .toList();
  }

  private static String example(String packageName) {
    return packageName.substring(BAD.length() + 1).replaceFirst("\\..*", "");
  }

  private static Stream<Class<?>> culprits() {
    return RULES.stream().flatMap(rule -> rule.culprits().stream());
  }

  private static ProvenRules theme(JavaClass type) {
    try {
      return (ProvenRules) type.reflect().getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          type.getName() + " needs a constructor without parameters.", e);
    }
  }
}
