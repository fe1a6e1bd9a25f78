// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Users see the kit only, so the engine below it may change. */
class TestKitArchTest {

  private static final String KIT = FlowUnderTest.class.getPackageName();

  @Test
  void publicMethodsShowNoTypeOfTheEngine() {
    List<String> shown =
        new ClassFileImporter()
            .importPackages(KIT).stream()
                .filter(type -> type.getPackageName().equals(KIT))
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .flatMap(TestKitArchTest::engineTypes)
                .toList();

    assertThat(shown).isEmpty();
  }

  private static Stream<String> engineTypes(JavaMethod method) {
    return method.getAllInvolvedRawTypes().stream()
        .filter(type -> !isOpen(type))
        .map(type -> method.getFullName() + " shows " + type.getName());
  }

  private static boolean isOpen(JavaClass type) {
    String name = type.getBaseComponentType().getPackageName();
    return name.equals(KIT)
        || name.isEmpty()
        || name.startsWith("java.")
        || name.equals("jakarta.json");
  }
}
