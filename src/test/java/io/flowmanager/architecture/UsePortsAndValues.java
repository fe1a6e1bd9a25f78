// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/**
 * Of the application a class uses ports (interfaces), values (records, enums, exceptions) and the
 * use cases that are listed. Other classes are public only because they are needed in another room.
 */
final class UsePortsAndValues extends ArchCondition<JavaClass> {

  private final String application;
  private final Set<String> useCases;

  UsePortsAndValues(House house, Set<String> useCases) {
    super("use ports, values and listed use cases only");
    this.application = house.room("*.application");
    this.useCases = useCases;
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    type.getDirectDependenciesFromSelf().stream()
        .filter(dependency -> isInside(dependency.getTargetClass().getBaseComponentType()))
        .forEach(
            dependency ->
                events.add(SimpleConditionEvent.violated(type, dependency.getDescription())));
  }

  private boolean isInside(JavaClass target) {
    return JavaClass.Predicates.resideInAPackage(application).test(target)
        && !isPortOrValue(target)
        && !useCases.contains(target.getSimpleName());
  }

  private static boolean isPortOrValue(JavaClass target) {
    return target.isInterface()
        || target.isRecord()
        || target.isEnum()
        || target.isAssignableTo(Throwable.class)
        || target.getModifiers().contains(JavaModifier.SYNTHETIC);
  }
}
